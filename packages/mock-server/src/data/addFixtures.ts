import { readFileSync, statSync } from 'node:fs'
import {
  type Document,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { FieldsError, MockSetupError } from '../errors.ts'
import { formatPath, isJsonObject, type JsonObject } from '../json.ts'

type FixturePath = readonly (string | number)[]

/** 8 MiB; more takes many seconds to read. */
const mostBytes = 8 * 1024 * 1024

/** Of meetings, and of webinars; 10,000 take seconds. */
const mostEntries = 10_000

/** What is added through: as the mock in process has it, with its checks. */
export interface FixturesTarget {
  addMeeting(fields: JsonObject): unknown
  addWebinar(fields: JsonObject): unknown
}

/**
 * Reads a JSON or YAML file of `meetings` and `webinars`, each a list of what `addMeeting` and
 * `addWebinar` take; the function that it gives adds them.
 *
 * @throws {MockSetupError} when the file cannot be read or is neither JSON nor YAML. The function
 * throws it too, with a line for each thing that is wrong: file, line and column, field, violation.
 */
export function readFixtures(path: string): (target: FixturesTarget) => void {
  const file = new FixturesFile(path)
  return (target) => {
    const { content } = file
    const violations: string[] = []
    const add = (at: FixturePath, run: () => unknown): void => {
      try {
        run()
      } catch (error) {
        if (!(error instanceof FieldsError)) throw error
        for (const violation of error.violations) {
          const inner = violation.path.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
          violations.push(file.describe([...at, ...inner], violation.message))
        }
      }
    }
    const lists = { meetings: target.addMeeting, webinars: target.addWebinar }
    if (!isJsonObject(content))
      throw new MockSetupError(file.describe([], 'expected a map of fields'))
    for (const [key, list] of Object.entries(content)) {
      if (violations.length > 100) break
      const addTo = Object.hasOwn(lists, key) ? lists[key as keyof typeof lists] : undefined
      if (!addTo)
        violations.push(file.describe([key], 'unknown; expected "meetings" and "webinars"'))
      else if (!Array.isArray(list)) violations.push(file.describe([key], 'expected a list'))
      else if (list.length > mostEntries) {
        const violation = `a list of ${list.length}; expected at most ${mostEntries}`
        violations.push(file.describe([key], violation))
      } else {
        for (const [index, fields] of list.entries()) {
          if (isJsonObject(fields)) add([key, index], () => addTo(fields))
          else violations.push(file.describe([key, index], 'expected a map of fields'))
        }
      }
    }
    if (violations.length > 0) throw new MockSetupError(violations.slice(0, 100).join('\n'))
  }
}

/** A JSON or YAML file that knows where in it each value stands. */
class FixturesFile {
  readonly #path: string
  readonly #document: Document
  readonly #lines = new LineCounter()

  constructor(path: string) {
    this.#path = path
    this.#document = parseDocument(readText(path), {
      lineCounter: this.#lines,
      prettyErrors: false,
      // It would compare each key with all before it.
      uniqueKeys: false,
    })
    const [error] = this.#document.errors
    if (error) {
      const problem = error.message.includes('call stack') ? 'nested too deep' : error.message
      throw new MockSetupError(`${path}:${this.#place(error.pos[0])}: ${problem}`)
    }
    visit(this.#document, { Map: (_key, map) => this.#checkKeys(map) })
  }

  #checkKeys({ items }: YAMLMap): void {
    const seen = new Set<unknown>()
    for (const { key } of items) {
      if (!isScalar(key)) continue
      if (seen.has(key.value)) {
        const place = this.#place(key.range?.[0] ?? 0)
        throw new MockSetupError(`${this.#path}:${place}: ${key.value} stands there twice`)
      }
      seen.add(key.value)
    }
  }

  /** @throws {MockSetupError} when an alias leads nowhere, in a circle or to far too much. */
  get content(): unknown {
    try {
      const content: unknown = this.#document.toJS()
      JSON.stringify(content)
      return content
    } catch (error) {
      const { message } = error as Error
      const isCircle = error instanceof TypeError || error instanceof RangeError
      throw new MockSetupError(
        `${this.#path}: ${isCircle ? 'something in it contains itself' : message}`,
      )
    }
  }

  /** A violation with the file, the place and the field in front. */
  describe(at: FixturePath, violation: string): string {
    return `${this.#path}:${this.#placeOf(at)}: ${formatPath(at) || 'file'}: ${violation}`
  }

  /** Where the value stands, or the nearest one around it that is there. */
  #placeOf(at: FixturePath): string {
    for (let length = at.length; length >= 0; length -= 1) {
      const node = this.#document.getIn(at.slice(0, length), true)
      if (isNode(node) && node.range) return this.#place(node.range[0])
    }
    return '1:1'
  }

  #place(offset: number): string {
    const { line, col } = this.#lines.linePos(offset)
    return `${line}:${col}`
  }
}

function readText(path: string): string {
  try {
    const { size } = statSync(path)
    if (size > mostBytes) {
      throw new MockSetupError(`${path}: is of ${size} bytes; expected at most ${mostBytes}`)
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof MockSetupError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    const problem = code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? message})`
    throw new MockSetupError(`${path}: ${problem}`, { cause: error })
  }
}
