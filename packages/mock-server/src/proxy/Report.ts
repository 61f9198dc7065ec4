import { styleText } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import type { JsonObject } from '../json.ts'
import type { Exchange } from './compareExchange.ts'
import type { Violation } from './compareSchema.ts'
import { describePath, describeValue, type WriteName, writePlainName } from './describe.ts'
import type { Secrets } from './Secrets.ts'

/** Entries of the record, by what is printed of them. */
type Tally = Map<string, JsonObject & { count: number }>

/** A service that violates the spec everywhere must not fill the memory: more are `others`. */
const mostCounted = 2000

const subjects: Readonly<Record<string, string>> = {
  'http-status': 'HTTP status',
  'content-type': 'content type',
  'wrong-method': 'method',
}

/** All that was found so far, counted and not repeated. */
export class Report {
  readonly #secrets: Secrets
  readonly #values: boolean
  readonly #writeRecordedName: WriteName
  readonly #requests: Tally = new Map()
  readonly #unknownPaths: Tally = new Map()
  readonly #violations: Tally = new Map()
  readonly #contradictions: Tally = new Map()
  #failures = 0

  /**
   * @param specNames all names in the spec; others may be somebody's.
   * @param values whether values are shown, and not only their types and shapes.
   */
  constructor(secrets: Secrets, specNames: ReadonlySet<string>, values: boolean) {
    this.#secrets = secrets
    this.#values = values
    this.#writeRecordedName = (name) =>
      values || specNames.has(name) ? writePlainName(name) : `<${name.length} characters>`
  }

  get hasViolations(): boolean {
    return this.#violations.size > 0
  }

  /** Counts an exchange. Returns what is printed of it: a line, and one for each violation. */
  add(exchange: Exchange): string {
    const { operationId, method, path, failure, violations, evidence } = exchange
    if (failure) this.#failures += 1
    const write = (writeName: WriteName) => `${method} ${path.replaceAll(/[^/]+/g, writeName)}`
    const called = operationId ? `${method} ${path}` : `${write(writePlainName)} (not in the spec)`
    if (operationId) count(this.#requests, operationId)
    else count(this.#unknownPaths, called, { path: write(this.#writeRecordedName) })
    for (const seen of evidence) {
      const { row, field, actual, supports } = seen
      const text = `row ${row}: ${operationId} ${field}: ${actual}, ${supports}`
      count(this.#contradictions, text, { ...seen })
    }
    const clock = new Date(exchange.time).toLocaleTimeString('en-GB')
    const lines = new Set([`${clock}  ${called}  ${describeOutcome(exchange)}`])
    for (const violation of violations) lines.add(this.#addViolation(violation, exchange))
    const rows = [...new Set(evidence.map(({ row }) => `row ${row}`))].join(', ')
    if (rows && lines.size > 1) lines.add(styleText('dim', `see CONTRADICTIONS.md, ${rows}`))
    return this.#secrets.mask([...lines].join('\n    '))
  }

  #addViolation({ path, ...violation }: Violation, { operationId, time }: Exchange): string {
    const { side, kind, expected, value } = violation
    const describe = (writeName: WriteName) => ({
      place: describePath(path, writeName),
      expected,
      actual: violation.actual ?? describeValue(value, writeName),
    })
    const { place, actual } = describe((name) => this.#secrets.mask(writePlainName(name)))
    const text = `${side} ${place || subjects[kind] || 'body'}: expected ${expected}; got ${actual}`
    const shown = this.#values ? this.#secrets.show(path.join('.'), value) : ''
    count(this.#violations, `${operationId} ${text}`, {
      operationId,
      side,
      kind,
      ...describe(this.#writeRecordedName),
      ...(shown && { value: shown }),
      first: new Date(time).toISOString(),
    })
    return shown ? `${text} (${shown})` : text
  }

  /** What is printed at the end. */
  summarize(): string {
    const called = [...this.#requests, ...this.#unknownPaths]
    const sum = called.reduce((before, [, { count }]) => before + count, 0)
    const without = this.#failures > 0 ? `, ${this.#failures} of them without a response` : ''
    const violations = sort(this.#violations)
    const title = `${countNoun(violations.length, 'violation')} of the spec, most frequent first:`
    const texts = [
      list(`${countNoun(sum, 'request')}${without}:`, called),
      violations.length > 0 ? list(title, violations) : 'No violation of the spec.',
      list('What the responses show about CONTRADICTIONS.md:', sort(this.#contradictions)),
    ]
    return this.#secrets.mask(texts.slice(0, this.#contradictions.size > 0 ? 3 : 2).join('\n\n'))
  }

  /** The same as JSON that can stand in a public issue, unless values were asked for. */
  toJson(context: JsonObject): string {
    const toEntries = (found: Tally) => sort(found).map(([, entry]) => entry)
    const counts = Array.from(this.#requests, ([name, { count }]) => [name, count])
    const record = {
      about: this.#values
        ? 'Where traffic violated the spec, with values: look through them before you publish this.'
        : 'Where traffic violated the spec. Types, shapes and codes, no other values.',
      tool: `${packageJson.name} ${packageJson.version}`,
      ...context,
      requests: Object.fromEntries(counts),
      withoutResponse: this.#failures,
      unknownPaths: toEntries(this.#unknownPaths),
      violations: toEntries(this.#violations),
      contradictions: toEntries(this.#contradictions),
    }
    // Text by text, as a secret may look like JSON; and only those that come from the traffic.
    const mask = (key: string, value: unknown) =>
      typeof value === 'string' && /^(?:path|place|actual|value)$/.test(key)
        ? this.#secrets.mask(value)
        : value
    return `${JSON.stringify(record, mask, 2)}\n`
  }
}

function count(found: Tally, text: string, entry: JsonObject = {}): void {
  const known = found.get(text)
  if (known) known.count += 1
  else if (found.size < mostCounted || text === 'others') found.set(text, { ...entry, count: 1 })
  else count(found, 'others', { others: true })
}

function sort(found: Tally) {
  return [...found].sort(([, one], [, other]) => other.count - one.count)
}

function list(title: string, entries: ReturnType<typeof sort>): string {
  const rows = entries.map(([text, { count, value }]) => {
    const line = `${String(count).padStart(7)} ×  ${text}`
    return value ? `${line} (${value})` : line
  })
  return [title, ...rows].join('\n')
}

function describeOutcome({ operationId, response, errcode, duration, ...rest }: Exchange): string {
  if (rest.failure) return `no response  ${styleText('red', rest.failure)}`
  const { length } = rest.violations
  const verdict =
    length > 0
      ? styleText('yellow', countNoun(length, 'violation'))
      : styleText('green', operationId ? 'as the spec says' : 'forwarded, not compared')
  const code = typeof errcode === 'number' ? ` errcode ${errcode}` : ''
  return `${response?.status}${code}  ${Math.round(duration)} ms  ${verdict}`
}

function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
