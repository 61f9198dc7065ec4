/** Whether a value is right, and what is expected in its place. */
export type Rule = readonly [isRight: (value: never) => boolean, expected: string]

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const hasMethods =
  (...names: string[]) =>
  (value: Record<string, unknown> | null): boolean =>
    names.every((name) => isFunction(value?.[name]))
// `Number.isNaN` is not enough: text compares as a number.
const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0

/** A time limit. */
export const MILLISECONDS: Rule = [isCount, 'milliseconds, 0 for no limit']
const FLAG: Rule = [(value) => typeof value === 'boolean', 'true or false']
const FUNCTION: Rule = [isFunction, 'a function']
const OBJECT: Rule = [isObject, 'an object']

/** Of clients and calls alike. */
const OPTIONS: Record<string, Rule> = {
  timeout: MILLISECONDS,
  deadline: MILLISECONDS,
  maxRetries: [(value) => isCount(value) && Number.isInteger(value), 'a whole number from 0 on'],
  maxResponseBytes: [(value) => isCount(value) && value > 0, 'bytes, above 0'],
  waitOnRateLimit: FLAG,
  allowInsecure: FLAG,
  fetch: FUNCTION,
  sleep: FUNCTION,
  tokenStore: [hasMethods('get', 'set', 'delete'), 'an object with get, set and delete'],
  hooks: OBJECT,
  logger: OBJECT,
  errorTexts: [hasMethods('message', 'fix'), 'an object with message and fix'],
  signal: [hasMethods('addEventListener'), 'an AbortSignal'],
}

/**
 * Checks the options that are given; one that is undefined is not.
 *
 * @throws TypeError that names the first one that is wrong, its value and what is expected.
 */
export function checkOptions(options: object, rules: Record<string, Rule> = OPTIONS): void {
  if (!isObject(options)) throw wrong('options', options, 'an object')
  for (const name in rules) {
    const value = (options as Record<string, unknown>)[name]
    const [isRight, expected] = rules[name] as Rule
    if (value !== undefined && !isRight(value as never)) throw wrong(name, value, expected)
  }
}

/** White space, what nobody sees, and half a character, which no address can hold. */
export const INVISIBLE: RegExp = /[\s\p{C}]/u

/**
 * A credential without the white space that copying leaves at its ends.
 *
 * @throws TypeError if it is no text, or white space or an invisible character is inside; its value is
 *   not repeated.
 */
export function checkedText(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!text) throw wrong(name, value, 'text')
  if (INVISIBLE.test(text)) {
    throw new TypeError(`${name} has white space or an invisible character inside; copy it again.`)
  }
  return text
}

/** The error of a value that is not what is expected. A long text is not shown: it may be a secret. */
export function wrong(name: string, value: unknown, expected: string): TypeError {
  const type = typeof value
  let shown = `of type ${type}`
  if (type === 'string') shown = `${value}`.length > 12 ? 'a long text' : JSON.stringify(value)
  else if (!isObject(value) && !isFunction(value)) shown = String(value)
  return new TypeError(`${name} is ${shown}; expected ${expected}.`)
}
