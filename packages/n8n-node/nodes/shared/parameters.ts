import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'

/** How much of a value a message shows. */
const SHOWN_LENGTH = 80

/** What n8n stores for a parameter that names one thing in several ways. */
export interface Locator {
  /** Name of the chosen mode. */
  mode: string
  value: string
}

/**
 * Reads the parameters of a node, each as its property declares it. The editor checks what is typed,
 * but not what an expression, a model or an imported workflow gives.
 *
 * @param entered The value of a parameter, expressions resolved.
 * @returns A function that gives the value of a parameter, or null for a name that is not among the
 *   properties. It throws one sentence for a value without a sensible reading. A parameter is checked
 *   when it is read: one that is hidden has no value, and must not be asked for.
 */
export function checkedParameters(
  properties: readonly INodeProperties[],
  entered: (name: string) => unknown,
): (name: string) => unknown {
  return (name) => {
    const property = properties.find((one) => one.name === name)
    return property ? checkedValue(property, entered(name)) : null
  }
}

function checkedValue(property: INodeProperties, value: unknown): unknown {
  const { displayName, type } = property
  switch (type) {
    case 'boolean':
      return checkedBoolean(displayName, value)
    case 'number':
      return checkedWholeNumber(displayName, value, property.typeOptions?.minValue ?? 0)
    case 'options':
      return checkedChoice(displayName, value, property.options as INodePropertyOptions[])
    case 'collection':
      return checkedCollection(displayName, value, property.options as INodeProperties[])
    case 'resourceLocator':
      return checkedLocator(property, value)
    default:
      return checkedText(displayName, value)
  }
}

function checkedBoolean(displayName: string, value: unknown): boolean {
  const text = plainText(value)?.toLowerCase()
  if (value === true || text === 'true' || text === '1') return true
  if (value === false || text === 'false' || text === '0') return false
  throw unexpected(displayName, value, 'true or false')
}

function checkedWholeNumber(displayName: string, value: unknown, least: number): number {
  const text = plainText(value) ?? ''
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(number) && number >= least) return number
  throw unexpected(displayName, value, `a whole number from ${least} up`)
}

/** A choice is understood by its value or by the name that the editor shows. */
function checkedChoice(
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
function checkedCollection(
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
      .map((property) => [property.name, checkedValue(property, entries.get(property.name))]),
  )
}

/** Text or a number alone stands for the first mode, as it does in the editor. */
function checkedLocator({ displayName, modes = [] }: INodeProperties, value: unknown): Locator {
  const isObject = typeof value === 'object' && value !== null && 'value' in value
  const stored = (isObject ? value : { value }) as { mode?: unknown; value: unknown }
  const mode = modes.find(({ name }) => name === (stored.mode ?? modes[0]?.name))
  if (!mode) {
    const expected = modes.map(({ name }) => JSON.stringify(name)).join(', ')
    throw unexpected(`Mode of ${displayName}`, stored.mode, `one of ${expected}`)
  }
  const label = `${displayName} ${mode.displayName.replace('By ', '')}`
  const text = checkedText(label, stored.value)
  if (text !== '') return { mode: mode.name, value: text }
  throw new Error(`${label} is empty: enter one, or correct the expression that gives it.`)
}

/** Text without white space around it; empty where there is no value. */
function checkedText(displayName: string, value: unknown): string {
  const text = value === null || value === undefined ? '' : plainText(value)
  if (text !== undefined) return text
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value)
  const expected = isRounded ? 'text, as a number beyond 2^53 loses digits' : 'text'
  throw unexpected(displayName, value, expected)
}

/** Text, a whole number or a choice in the form that texts are compared in. */
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
  const text = written(value)
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}

function written(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return `an ${typeof value} that is no JSON`
  }
}
