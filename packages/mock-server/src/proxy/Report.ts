import { styleText } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import type { JsonObject } from '../json.ts'
import type { Comparison, SidedViolation } from './compareExchange.ts'
import { describePath, describeValue, type WriteName, writePlainName } from './describe.ts'
import type { Forwarded } from './forward.ts'
import type { Secrets } from './Secrets.ts'

export interface Exchange extends Comparison {
  failure: Forwarded['failure'] | undefined
  /** Milliseconds since 1970. */
  time: number
  /** Milliseconds. */
  duration: number
  /** HTTP status; undefined without a response. */
  status: number | undefined
}

/** A finding as it is printed and as it is recorded; counted and not repeated. */
interface Finding {
  text: string
  entry: JsonObject
  count: number
}

/** A service that departs from the spec everywhere must not fill the memory. */
const mostFindings = 2000

const subjects: Readonly<Record<string, string>> = {
  'http-status': 'HTTP status',
  'content-type': 'content type',
  'wrong-method': 'method',
}

/** All that was found so far. */
export class Report {
  readonly #secrets: Secrets
  readonly #specNames: ReadonlySet<string>
  readonly #values: boolean
  readonly #requests = new Map<string, Finding>()
  readonly #unknownPaths = new Map<string, Finding>()
  readonly #violations = new Map<string, Finding>()
  readonly #evidence = new Map<string, Finding>()
  #failures = 0

  /**
   * @param specNames all names in the spec; others may be somebody's, and are not recorded.
   * @param values whether values are shown, and not only their types and shapes.
   */
  constructor(secrets: Secrets, specNames: ReadonlySet<string>, values: boolean) {
    this.#secrets = secrets
    this.#specNames = specNames
    this.#values = values
  }

  get hasViolations(): boolean {
    return this.#violations.size > 0
  }

  /** Counts an exchange. Returns what is printed of it: a line, and one for each violation. */
  add(exchange: Exchange): string {
    const { operationId, method, path, failure, violations, evidence } = exchange
    if (failure) this.#failures += 1
    const [shown, recorded] = this.#nameWriters.map((write) => path.replaceAll(/[^/]+/g, write))
    const called = operationId ? path : `${shown} (not in the spec)`
    if (operationId) count(this.#requests, operationId, { operationId })
    else count(this.#unknownPaths, `${method} ${called}`, { path: `${method} ${recorded}` })
    const lines = violations.map((violation) => this.#addViolation(violation, exchange))
    for (const { row, field, actual, supports } of evidence) {
      const text = `row ${row}: ${operationId} ${field}: ${actual}, ${supports}`
      count(this.#evidence, text, { row, operationId, field, actual, supports })
    }
    const rows = [...new Set(evidence.map(({ row }) => `row ${row}`))].join(', ')
    if (rows && lines.length > 0) lines.push(styleText('dim', `see CONTRADICTIONS.md, ${rows}`))
    const clock = new Date(exchange.time).toLocaleTimeString('en-GB')
    const head = `${clock}  ${method} ${called}  ${describeOutcome(exchange)}`
    return this.#secrets.mask([head, ...new Set(lines)].join('\n    '))
  }

  #addViolation(violation: SidedViolation, { operationId, time }: Exchange): string {
    const { side, kind, path, expected } = violation
    const [shown, recorded] = this.#nameWriters.map((writeName) => ({
      place: describePath(path, writeName),
      expected,
      actual: violation.actual ?? describeValue(violation.value, writeName),
    }))
    const value =
      this.#values && violation.value !== undefined
        ? this.#secrets.show(path.join('.'), violation.value)
        : undefined
    const subject = shown?.place || subjects[kind] || 'body'
    const text = `${side} ${subject}: expected ${expected}; got ${shown?.actual}`
    const first = new Date(time).toISOString()
    const printed = value === undefined ? text : `${text} (${value})`
    count(
      this.#violations,
      `${operationId} ${text}`,
      { operationId, side, kind, ...recorded, value, first },
      `${operationId} ${printed}`,
    )
    return printed
  }

  /** How names are printed, and how they are recorded. */
  readonly #nameWriters: WriteName[] = [
    (name) => this.#secrets.mask(writePlainName(name)),
    (name) =>
      this.#values
        ? this.#secrets.mask(writePlainName(name))
        : this.#specNames.has(name)
          ? name
          : `<${name.length} characters>`,
  ]

  /** What is printed at the end. */
  summarize(): string {
    const violations = sort(this.#violations)
    const called = [...this.#requests.values(), ...this.#unknownPaths.values()]
    const without = this.#failures > 0 ? `, ${this.#failures} of them without a response` : ''
    const sections: [title: string, findings: Finding[]][] = [
      [
        `${countNoun(
          called.reduce((sum, { count }) => sum + count, 0),
          'request',
        )}${without}:`,
        called,
      ],
      [
        violations.length > 0
          ? `${countNoun(violations.length, 'violation')} of the spec, most frequent first:`
          : 'No violation of the spec.',
        violations,
      ],
      ['What the responses show about rows of CONTRADICTIONS.md:', sort(this.#evidence)],
    ]
    const texts = sections
      .filter(([title, findings]) => findings.length > 0 || title.startsWith('No'))
      .map(([title, findings]) =>
        [
          title,
          ...findings.map(({ count, text }) => `${String(count).padStart(7)} ×  ${text}`),
        ].join('\n'),
      )
    return this.#secrets.mask(texts.join('\n\n'))
  }

  /** The same as JSON that can stand in a public issue, unless values were asked for. */
  toJson(context: JsonObject): string {
    const list = (findings: Map<string, Finding>) =>
      sort(findings).map(({ entry, count }) => ({ ...entry, count }))
    const record = {
      about: this.#values
        ? 'Where traffic departed from the spec, with values: look through them before you publish this.'
        : 'Where traffic departed from the spec. Types, shapes and codes, no other values.',
      tool: `${packageJson.name} ${packageJson.version}`,
      ...context,
      requests: Object.fromEntries(
        Array.from(this.#requests, ([name, { count }]) => [name, count]),
      ),
      withoutResponse: this.#failures,
      unknownPaths: list(this.#unknownPaths),
      violations: list(this.#violations),
      contradictions: list(this.#evidence),
    }
    // Text by text: masked as a whole it might be JSON no more, whatever a secret looks like.
    const mask = (_key: string, value: unknown) =>
      typeof value === 'string' ? this.#secrets.mask(value) : value
    return `${JSON.stringify(record, mask, 2)}\n`
  }
}

function count(
  findings: Map<string, Finding>,
  key: string,
  entry: JsonObject,
  text: string = key,
): void {
  const known = findings.get(key)
  if (known) known.count += 1
  else if (findings.size < mostFindings) findings.set(key, { text, entry, count: 1 })
}

function sort(findings: Map<string, Finding>): Finding[] {
  return [...findings.values()].sort((one, other) => other.count - one.count)
}

function describeOutcome({
  operationId,
  status,
  errcode,
  duration,
  failure,
  violations,
}: Exchange): string {
  if (failure) return `no response  ${styleText('red', failure)}`
  const code = errcode === undefined ? '' : ` errcode ${errcode}`
  const verdict = !operationId
    ? styleText('yellow', 'forwarded, not compared')
    : violations.length > 0
      ? styleText('yellow', countNoun(violations.length, 'violation'))
      : styleText('green', 'as the spec says')
  return `${status}${code}  ${Math.round(duration)} ms  ${verdict}`
}

function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
