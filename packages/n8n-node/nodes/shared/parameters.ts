import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'

/** How much of a value a message shows. */
const MAX_SHOWN = 80

/** What n8n stores for a parameter that names one thing in several ways. */
export interface Locator {
  /** Name of the chosen mode. */
  mode: string
  value: string
}

/**
 * Value of a node's parameter, of the type that its property declares; null for an unknown name.
 *
 * @throws {Error} One sentence, if the value cannot be used.
 */
export type Parameter = (name: string) => unknown

/**
 * Validates the parameters of a node against their properties. The editor checks what is typed, but
 * not what comes from an expression, a model or an imported workflow. A parameter is checked when it
 * is read: a hidden one has no value, and must not be read.
 *
 * @param read Returns the value of a parameter, expressions resolved.
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

function checkValue(property: INodeProperties, value: unknown): unknown {
  const { displayName, type } = property
  switch (type) {
    case 'boolean':
      return checkBoolean(displayName, value)
    case 'number':
      return checkWholeNumber(displayName, value, property.typeOptions?.minValue ?? 0)
    case 'options':
      return checkChoice(displayName, value, property.options as INodePropertyOptions[])
    case 'collection':
      return checkCollection(displayName, value, property.options as INodeProperties[])
    case 'resourceLocator':
      return checkLocator(property, value)
    default:
      return checkText(displayName, value)
  }
}

function checkBoolean(displayName: string, value: unknown): boolean {
  const text = String(value === true || value === false ? value : plainText(value)).toLowerCase()
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw unexpected(displayName, value, 'true or false')
}

function checkWholeNumber(displayName: string, value: unknown, minimum: number): number {
  const text = plainText(value) ?? ''
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(number) && number >= minimum) return number
  throw unexpected(displayName, value, `a whole number from ${minimum} up`)
}

/** Accepts the value of an option or the name that the editor shows. */
function checkChoice(
  displayName: string,
  value: unknown,
  options: readonly INodePropertyOptions[],
): INodePropertyOptions['value'] {
  const text = plainText(value)
  const chosen =
    options.find((option) => String(option.value) === text) ??
    options.find((option) => option.name.toLowerCase() === text?.toLowerCase())
  if (chosen) return chosen.value
  const expected = options.map((option) => `${option.name} (${JSON.stringify(option.value)})`)
  throw unexpected(displayName, value, `one of ${expected.join(', ')}`)
}

/** An entry without a value counts as not added. */
function checkCollection(
  displayName: string,
  value: unknown,
  properties: readonly INodeProperties[],
): Record<string, unknown> {
  if (value === null || value === undefined || value === '') return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw unexpected(displayName, value, 'an object with an entry for each option')
  }
  const entries = new Map(Object.entries(value))
  return Object.fromEntries(
    properties
      .filter(({ name }) => (entries.get(name) ?? null) !== null)
      .map((property) => [property.name, checkValue(property, entries.get(property.name))]),
  )
}

/** Text or a number alone uses the first mode, as in the editor. */
function checkLocator({ displayName, modes = [] }: INodeProperties, value: unknown): Locator {
  const isObject = typeof value === 'object' && value !== null && 'value' in value
  const stored = (isObject ? value : { value }) as { mode?: unknown; value: unknown }
  const mode = modes.find(({ name }) => name === (stored.mode ?? modes[0]?.name))
  if (!mode) {
    const expected = modes.map(({ name }) => JSON.stringify(name)).join(', ')
    throw unexpected(`Mode of ${displayName}`, stored.mode, `one of ${expected}`)
  }
  const label = `${displayName} ${mode.displayName.replace('By ', '')}`
  const text = checkText(label, stored.value)
  if (text !== '') return { mode: mode.name, value: text }
  throw new Error(`${label} is empty: enter one, or correct the expression that gives it.`)
}

/** Trimmed text; empty where there is no value. */
function checkText(displayName: string, value: unknown): string {
  const text = value === null || value === undefined ? '' : plainText(value)
  if (text !== undefined) return text
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value)
  const expected = isRounded ? 'text, as a number beyond 2^53 loses digits' : 'text'
  throw unexpected(displayName, value, expected)
}

/** Trimmed text of a string or a whole number. */
function plainText(value: unknown): string | undefined {
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
