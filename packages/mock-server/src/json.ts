/** A JSON object whose fields are not known beforehand: a body, a response, an example. */
export type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** No meeting is nested deeper, and what copies, shows and writes JSON goes down into it step by step. */
export const deepestNesting = 100

/** Whether `value` holds lists or objects in one another over so many levels; also one that holds itself. */
export function isNestedDeeper(value: unknown, limit: number = deepestNesting): boolean {
  let level = new Set<object>()
  const add = (part: unknown): void => {
    if (typeof part === 'object' && part !== null) level.add(part)
  }
  add(value)
  for (let depth = 0; depth < limit && level.size > 0; depth += 1) {
    const parts = [...level]
    level = new Set()
    for (const part of parts) for (const inner of Object.values(part)) add(inner)
  }
  return level.size > 0
}

/** The value of a JSON text; undefined where it is none, or nested so deep that it cannot be copied or written. */
export function parseJson(text: string | undefined): unknown {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isNestedDeeper(value) ? undefined : value
  } catch {
    return undefined
  }
}

/** What stands at a path in objects and lists, under names of their own; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((part, key) => {
    const isThere = typeof part === 'object' && part !== null && Object.hasOwn(part, key)
    return isThere ? (part as JsonObject)[key] : undefined
  }, value)
}

/** The type of something in `value` that no JSON can hold, such as `bigint`; undefined where all is JSON. */
export function findNonJson(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value)
  if (typeof value !== 'object') return /bigint|function|symbol/.exec(typeof value)?.[0]
  if (value === null) return undefined
  const type = Object.prototype.toString.call(value).slice('[object '.length, -1)
  if (type !== 'Object' && type !== 'Array') return type
  for (const part of Object.values(value)) {
    const found = findNonJson(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** A value as a sentence shows it: its JSON, cut where it is long. */
export function showValue(value: unknown): string {
  if (isNestedDeeper(value)) return 'nested too deep'
  const type = findNonJson(value)
  if (type !== undefined) return `not JSON (${type})`
  const text = String(JSON.stringify(value))
  if (text.length <= 100) return text
  return Array.isArray(value) ? `a list of ${value.length}` : `${text.slice(0, 100)}…`
}

/** `webinars[0].title`. */
export function formatPath(path: readonly (string | number)[]): string {
  const steps = path.map((key) => (/^\d+$/.test(String(key)) ? `[${key}]` : `.${key}`))
  return steps.join('').replace(/^\./, '')
}
