import { readFileSync, statSync } from 'node:fs'
import { constructFromEvents, EVENT_ID, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import {
  collectFirst,
  FieldsError,
  type FieldViolation,
  MockSetupError,
  mostViolations,
} from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  valueAt,
} from '../json.ts'
import { describeUnknownName } from '../names.ts'
import type { Data, Kind } from './Data.ts'

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

/**
 * Reads a JSON or YAML file of `meetings` and `webinars`, each a list of what `addMeeting` and
 * `addWebinar` take; the function that it gives adds them.
 *
 * @throws {MockSetupError} when the file cannot be read or is neither JSON nor YAML. The function
 * throws it too, with a line for each thing that is wrong: file, line and column, field, violation.
 */
export function readFixtures(path: string): (data: Data) => void {
  const text = readText(path)
  const content = parse(text, path)
  return (data) => {
    const violations = collectFirst(addAll(content, data), mostViolations)
    if (violations.length === 0) return
    const places = locate(text, violations)
    const lines = violations.map(({ message }, nth) => `${path}:${places[nth]}: ${message}`)
    throw new MockSetupError(lines.join('\n'))
  }
}

function violate(path: readonly string[], rule: string): FieldViolation {
  return { path, message: `${formatPath(path)}: ${rule}` }
}

function* addAll(content: unknown, data: Data): Generator<FieldViolation> {
  if (!isJsonObject(content)) {
    return yield { path: [], message: 'expected a map with "meetings" and "webinars"' }
  }
  const { madeUp = true, ...lists } = content
  if (typeof madeUp !== 'boolean') yield violate(['madeUp'], 'expected true or false')
  // Before the first is made up, which takes long.
  let enrollments = 0
  for (const [index, fields] of [content.webinars ?? []].flat().entries()) {
    enrollments += countEnrollments(fields)
    if (enrollments <= fixturesLimits.enrollments) continue
    const rule = `with it there are ${enrollments} enrollments; expected at most ${fixturesLimits.enrollments} in a file`
    return yield violate(['webinars', String(index)], rule)
  }
  const kinds = new Map<string, Kind>(Object.entries({ meetings: 'Meeting', webinars: 'Webinar' }))
  for (const [name, list] of Object.entries(lists)) {
    const kind = kinds.get(name)
    if (!kind) {
      const message = describeUnknownName('file', name, [...kinds.keys(), 'madeUp'])
      yield { path: [name], message }
    } else if (!Array.isArray(list)) yield violate([name], 'expected a list')
    else if (list.length > fixturesLimits.entries) {
      yield violate([name], `a list of ${list.length}; expected at most ${fixturesLimits.entries}`)
    } else {
      for (const [index, fields] of list.entries()) {
        yield* addOne([name, String(index)], fields, (one) => data.add(kind, one, madeUp !== false))
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
): Generator<FieldViolation> {
  if (!isJsonObject(fields)) return yield violate(at, 'expected a map of fields')
  try {
    add(fields)
  } catch (error) {
    if (!(error instanceof FieldsError)) throw error
    for (const { path, message } of error.violations) {
      const rule = message.replace('must be string', 'must be text')
      const isUnquoted =
        rule.endsWith('text') && /number|boolean/.test(typeof valueAt(fields, path))
      const hint = isUnquoted ? ': write it in quotes' : ''
      // Most messages begin with the field, as its owner calls it.
      const own = `${formatPath(path)} `
      const whole = [...at, ...path]
      if (!rule.startsWith(own)) yield violate(whole, rule + hint)
      else yield { path: whole, message: `${formatPath(whole)} ${rule.slice(own.length)}${hint}` }
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

/** Line and column of each value that is wrong, or of the nearest one around it that is there. */
function locate(text: string, violations: readonly FieldViolation[]): string[] {
  const waysTo = violations.map(({ path }) => listWayTo(path))
  const wanted = new Set(waysTo.flat())
  const offsets = new Map<string, number>()
  const around: { path: string; isMap: boolean; count: number; key: string }[] = []
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) around.pop()
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) continue
    const outer = around.at(-1)
    const isMap = event.type === EVENT_ID.MAPPING
    let path = ''
    if (outer) {
      const isKey = outer.isMap && outer.count % 2 === 0
      if (isKey) outer.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      path = [outer.path, outer.isMap ? outer.key : outer.count].join(separator)
      outer.count += 1
    }
    const { start, valueStart, anchorStart } = { start: undefined, valueStart: undefined, ...event }
    const at = start ?? valueStart ?? anchorStart
    // A value comes after its key, and takes its place; one that is left empty stands nowhere.
    if (at >= 0 && wanted.has(path)) offsets.set(path, at)
    if (isMap || event.type === EVENT_ID.SEQUENCE) around.push({ path, isMap, count: 0, key: '' })
  }
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  return waysTo.map((way) => {
    const offset = way.map((path) => offsets.get(path)).findLast((at) => at !== undefined) ?? 0
    const line = lineStarts.findLastIndex((start) => start <= offset)
    return `${line + 1}:${offset - Number(lineStarts[line]) + 1}`
  })
}

/** No text that is read holds it. */
const separator = '\0'

/** The whole, and every value on the way to the one at the path. */
function listWayTo(path: readonly string[]): string[] {
  return ['', ...path].map((_, at) => ['', ...path.slice(0, at)].join(separator))
}
