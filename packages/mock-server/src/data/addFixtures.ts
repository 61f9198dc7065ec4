import { readFileSync, statSync } from 'node:fs'
import { constructFromEvents, EVENT_ID, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import { collectFirst, FieldsError, MockSetupError, mostViolations } from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  valueAt,
} from '../json.ts'
import { describeUnknownName } from '../names.ts'

/** More takes many seconds to read, or to make up. */
export const fixturesLimits: Record<'bytes' | 'values' | 'entries' | 'enrollments', number> = {
  bytes: 32 * 1024 * 1024,
  /** With what aliases repeat. */
  values: 4_000_000,
  /** Of meetings, and of webinars. */
  entries: 10_000,
  /** Of all webinars together. */
  enrollments: 100_000,
}

/** What is added through: as the mock in process has it, with its checks. */
export interface FixturesTarget {
  /** @param madeUp Whether fields that are left out are made up. */
  addMeeting(fields: JsonObject, madeUp: boolean): unknown
  addWebinar(fields: JsonObject, madeUp: boolean): unknown
}

/**
 * Reads a JSON or YAML file of `meetings` and `webinars`, each a list of what `addMeeting` and
 * `addWebinar` take; the function that it gives adds them.
 *
 * @throws {MockSetupError} when the file cannot be read or is neither JSON nor YAML. The function
 * throws it too, with a line for each thing that is wrong: file, line and column, field, violation.
 */
export function readFixtures(path: string): (target: FixturesTarget) => void {
  const text = readText(path)
  const content = parse(text, path)
  return (target) => {
    const violations = collectFirst(addAll(content, target), mostViolations)
    if (violations.length === 0) return
    const locate = createLocator(text)
    const lines = violations.map(({ at, message }) => `${path}:${locate(at)}: ${message}`)
    throw new MockSetupError(lines.join('\n'))
  }
}

interface Violation {
  at: readonly string[]
  message: string
}

function* addAll(content: unknown, target: FixturesTarget): Generator<Violation> {
  if (!isJsonObject(content)) {
    return yield { at: [], message: 'expected a map with "meetings" and "webinars"' }
  }
  const { madeUp = true } = content
  if (typeof madeUp !== 'boolean') {
    yield { at: ['madeUp'], message: 'madeUp: expected true or false' }
  }
  const lists = { meetings: target.addMeeting, webinars: target.addWebinar }
  // Before the first is made up, which takes long.
  let enrollments = 0
  for (const [index, fields] of [content.webinars ?? []].flat().entries()) {
    enrollments += countEnrollments(fields)
    if (enrollments <= fixturesLimits.enrollments) continue
    const at = ['webinars', String(index)]
    const message = `${formatPath(at)}: with it there are ${enrollments} enrollments; expected at most ${fixturesLimits.enrollments} in a file`
    return yield { at, message }
  }
  for (const [name, list] of Object.entries(content)) {
    const add = Object.hasOwn(lists, name) ? lists[name as keyof typeof lists] : undefined
    const wrong = (message: string) => ({ at: [name], message: `${name}: ${message}` })
    if (name === 'madeUp') continue
    if (!add) {
      const message = describeUnknownName('file', name, [...Object.keys(lists), 'madeUp'])
      yield { at: [name], message }
    } else if (!Array.isArray(list)) yield wrong('expected a list')
    else if (list.length > fixturesLimits.entries) {
      yield wrong(`a list of ${list.length}; expected at most ${fixturesLimits.entries}`)
    } else {
      for (const [index, fields] of list.entries()) {
        yield* addOne([name, String(index)], fields, (one) => add(one, madeUp !== false))
      }
    }
  }
}

function countEnrollments(fields: unknown): number {
  const { enrollments } = isJsonObject(fields) ? fields : {}
  return Array.isArray(enrollments) ? enrollments.length : Number(enrollments) || 0
}

function* addOne(
  at: string[],
  fields: unknown,
  add: (fields: JsonObject) => unknown,
): Generator<Violation> {
  if (!isJsonObject(fields)) {
    return yield { at, message: `${formatPath(at)}: expected a map of fields` }
  }
  try {
    add(fields)
  } catch (error) {
    if (!(error instanceof FieldsError)) throw error
    for (const { path, message } of error.violations) {
      const whole = [...at, ...path]
      const rule = message.replace('must be string', 'must be text')
      const value = valueAt(fields, path)
      const isUnquoted = /text$/.test(rule) && /number|boolean/.test(typeof value)
      const own = formatPath(path)
      const place = formatPath(whole)
      // Most messages begin with the field, as its owner calls it.
      const said =
        own && rule.startsWith(`${own} `)
          ? `${place}${rule.slice(own.length)}`
          : `${place}: ${rule}`
      yield { at: whole, message: isUnquoted ? `${said}: write it in quotes` : said }
    }
  }
}

function readText(path: string): string {
  try {
    const { size } = statSync(path)
    if (size > fixturesLimits.bytes) {
      throw new MockSetupError(
        `${path}: is of ${size} bytes; expected at most ${fixturesLimits.bytes}`,
      )
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
    // UTF-16 without its mark, as far as it is ASCII, is UTF-8 with zeros.
    if (!text.includes('\0')) return text
  } catch (error) {
    if (error instanceof MockSetupError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      const problem = code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? message})`
      throw new MockSetupError(`${path}: ${problem}`, { cause: error })
    }
  }
  throw new MockSetupError(`${path}: is not UTF-8; save it as UTF-8`)
}

function parse(text: string, path: string): unknown {
  const content = parseYaml(text, path)
  if (isNestedDeeper(content, deepestNesting + 10)) {
    throw new MockSetupError(`${path}: is nested too deep, or something in it contains itself`)
  }
  let count = 0
  for (const rest = [content]; rest.length > 0; count += 1) {
    const value = rest.pop()
    const inner: unknown[] = typeof value === 'object' && value ? Object.values(value) : []
    for (const one of inner) rest.push(one)
    if (count < fixturesLimits.values) continue
    throw new MockSetupError(
      `${path}: holds more than ${fixturesLimits.values} values, with what its aliases repeat`,
    )
  }
  return content
}

/** The parser's own words for what people do most. */
const known: readonly [pattern: RegExp, words: string][] = [
  [/^duplicated mapping key/, 'this key stands there twice'],
  [/^unidentified alias/, 'this alias refers to no anchor'],
  [/^nesting exceeded/, 'nested too deep'],
  [/^tab characters/, 'indented with a tab; use spaces'],
  [/^unknown .*tag/, 'this tag is not supported'],
  [/^expected a single document/, 'holds several documents; expected one'],
  [/^expected a document/, 'is empty; expected a map with "meetings" and "webinars"'],
]

function parseYaml(text: string, path: string): unknown {
  try {
    const documents = constructFromEvents(parseEvents(text, {}), { source: text })
    if (documents.length === 1) return documents[0]
    throw new YAMLException(`expected a ${documents.length > 1 ? 'single ' : ''}document`)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const { reason, mark } = error
    const [, words] = known.find(([pattern]) => pattern.test(reason)) ?? []
    const place = mark ? `:${mark.line + 1}:${mark.column + 1}` : ''
    const problem =
      words ?? 'neither JSON nor YAML from here on; check quotes, brackets and indentation'
    throw new MockSetupError(`${path}${place}: ${problem}`)
  }
}

/** Gives line and column of the value at a path, or of the nearest one around it that is there. */
function createLocator(text: string): (path: readonly string[]) => string {
  const events = parseEvents(text, {})
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    lineStarts.push(at + 1)

  /** Of each value that stands directly in a list or map, keys among them. */
  function* listInside(at: number): Generator<number> {
    let depth = 0
    for (let index = at + 1; depth >= 0 && index < events.length; index += 1) {
      const type = events[index]?.type
      if (type === EVENT_ID.POP) depth -= 1
      else {
        if (depth === 0) yield index
        if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth += 1
      }
    }
  }

  const known = new Map<number, ReadonlyMap<string, number>>()

  /** What stands in a list or map, by its key. */
  function readInside(at: number): ReadonlyMap<string, number> {
    const before = known.get(at)
    if (before) return before
    const found = new Map<string, number>()
    let order = 0
    let key = ''
    for (const index of listInside(at)) {
      const event = events[index]
      if (events[at]?.type !== EVENT_ID.MAPPING) found.set(String(order), index)
      else if (order % 2 === 1) found.set(key, index)
      else key = event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      order += 1
    }
    known.set(at, found)
    return found
  }

  return (path) => {
    // The first opens the document.
    let at = 1
    for (const key of path) {
      const next = readInside(at).get(key)
      if (next === undefined) break
      at = next
    }
    const event = { start: undefined, valueStart: undefined, anchorStart: 0, ...events[at] }
    const offset = event.start ?? event.valueStart ?? event.anchorStart
    const line = lineStarts.findLastIndex((start) => start <= offset)
    return `${line + 1}:${offset - Number(lineStarts[line]) + 1}`
  }
}
