import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'

/** How much of a value a message shows. */
const MAX_SHOWN = 80

/** What n8n stores for a parameter that names one thing in several ways, `mode` being the chosen one. */
export type Locator = { mode: string; value: string }

/** Reads a parameter of a node by name; null for an unknown one. */
export type Parameter = (name: string) => unknown

/**
 * Validates the parameters of a node against their properties. The editor checks what is typed, but
 * not what comes from an expression, a model or an imported workflow. A parameter is checked when it
 * is read: a hidden one has no value, and must not be read.
 *
 * @param read Returns the value of a parameter, expressions resolved.
 * @returns Values of the declared type. It throws one sentence for a value that cannot be used.
 */
export function checkedParameters(
  properties: readonly INodeProperties[],
  read: (name: string) => unknown,
): Parameter {
  return (name) => {
    const property = properties.find((one) => one.name === name)
    return property ? checkValue(property, read(name)) : null
  }
}

type Check = (property: INodeProperties, value: unknown) => unknown

const checks: Partial<Record<INodeProperties['type'], Check>> = {
  boolean: checkBoolean,
  number: checkWholeNumber,
  options: checkChoice,
  collection: checkCollection,
  dateTime: checkTime,
  resourceLocator: checkLocator,
}

function checkValue(property: INodeProperties, value: unknown): unknown {
  return (checks[property.type] ?? checkText)(property, value)
}

function checkBoolean({ displayName }: INodeProperties, value: unknown): boolean {
  const text = typeof value === 'boolean' ? String(value) : plainText(value)?.toLowerCase()
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw unexpected(displayName, value, 'true or false')
}

function checkWholeNumber(property: INodeProperties, value: unknown): number {
  const minimum = property.typeOptions?.minValue ?? 0
  const text = plainText(value) ?? ''
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(number) && number >= minimum) return number
  throw unexpected(property.displayName, value, `a whole number from ${minimum} up`)
}

/** Accepts the value of an option or the name that the editor shows. */
function checkChoice(property: INodeProperties, value: unknown): INodePropertyOptions['value'] {
  const options = property.options as INodePropertyOptions[]
  const text = plainText(value)
  const chosen =
    options.find((option) => String(option.value) === text) ??
    options.find((option) => option.name.toLowerCase() === text?.toLowerCase())
  if (chosen) return chosen.value
  const expected = options.map((option) => `${option.name} (${JSON.stringify(option.value)})`)
  throw unexpected(property.displayName, value, `one of ${expected.join(', ')}`)
}

/** An entry without a value counts as not added. */
function checkCollection(property: INodeProperties, value: unknown): Record<string, unknown> {
  if (value === null || value === undefined || value === '') return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw unexpected(property.displayName, value, 'an object with an entry for each option')
  }
  const entries = new Map(Object.entries(value))
  return Object.fromEntries(
    (property.options as INodeProperties[])
      .filter(({ name }) => (entries.get(name) ?? null) !== null)
      .map((option) => [option.name, checkValue(option, entries.get(option.name))]),
  )
}

/** Text or a number alone is an ID. */
function checkLocator({ displayName, modes = [] }: INodeProperties, value: unknown): Locator {
  const isObject = typeof value === 'object' && value !== null && 'value' in value
  const stored = (isObject ? value : { value }) as { mode?: unknown; value: unknown }
  const mode = modes.find(({ name }) => name === (stored.mode ?? 'id'))
  if (!mode) {
    const expected = modes.map(({ name }) => JSON.stringify(name)).join(', ')
    throw unexpected(`Mode of ${displayName}`, stored.mode, `one of ${expected}`)
  }
  const label = `${displayName} ${mode.displayName.replace('By ', '')}`
  return { mode: mode.name, value: checkText({ displayName: label, required: true }, stored.value) }
}

/** As ISO 8601 or SQL writes a date, with or without a time and an offset. */
const DATE = /^\d{4}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)? ?(?:Z|[+-]\d\d:?\d\d)?$/

/** A date as text; empty where there is no value. n8n reads another form in the time zone of the server. */
function checkTime(property: INodeProperties, value: unknown): string {
  // Expressions give objects of their own for a time.
  const { toJSON } = Object(value) as { toJSON?: () => unknown }
  const text = plainText(toJSON ? toJSON.call(value) : (value ?? ''))
  if (text === '') return checkText(property, text)
  const day = text?.slice(0, 10) ?? ''
  // The runtime reads 30 February as 2 March.
  const isDay = new Date(day).toJSON()?.startsWith(day)
  if (text && DATE.test(text) && isDay && !Number.isNaN(Date.parse(text))) return text
  throw unexpected(property.displayName, value, 'a date and time such as 2026-03-14T16:00:00')
}

/** Trimmed text; empty where there is no value, unless one is required. */
function checkText(
  { displayName, required = false }: Pick<INodeProperties, 'displayName' | 'required'>,
  value: unknown,
): string {
  const text = value === null || value === undefined ? '' : plainText(value)
  if (text === '' && required) {
    throw new Error(`${displayName} is empty: enter one, or correct the expression that gives it.`)
  }
  if (text !== undefined) return text
  const isRounded = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
  const expected = isRounded ? 'text, as a number beyond 2^53 loses digits' : 'text'
  throw unexpected(displayName, value, expected)
}

/** Trimmed text of a string or a whole number. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value)
  return undefined
}

function unexpected(displayName: string, value: unknown, expected: string): Error {
  return new Error(`${displayName} is ${shown(value)}; expected ${expected}.`)
}

/** A value as a message shows it, cut where it is long. */
export function shown(value: unknown): string {
  const text = toText(value)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

function toText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return `an ${typeof value} that is no JSON`
  }
}
