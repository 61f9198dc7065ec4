import { InvalidArgumentError } from 'commander'
import type { ActionField } from '../../control/controlActions.ts'
import type { Schema } from '../../control/Schema.ts'
import { isJsonObject, type JsonObject } from '../../json.ts'
import { integer, latency } from '../optionValues.ts'

/** How a field is given on a command line. */
export interface FieldReader {
  /** What stands for the value in the help; empty where the option alone says it. */
  placeholder: string
  /** The only values there are. */
  choices?: readonly string[]
  /** @param before what the option has given so far, where it may be repeated. */
  read: (text: string, before?: unknown) => unknown
}

export function fieldReader({ name, schema, example }: ActionField): FieldReader {
  const types = typesOf(schema)
  if (schema.enum) return { placeholder: name, choices: schema.enum, read: (text) => text }
  if (schema.const === true) return { placeholder: '', read: () => true }
  if (types.includes('string')) {
    const read = isList(schema) ? oneOrMore : (text: string) => text
    return { placeholder: 'text', read }
  }
  if (types.includes('boolean')) return { placeholder: 'true|false', read: trueOrFalse }
  if (isRange(schema)) return { placeholder: 'ms', read: latency }
  if (types.includes('number')) return { placeholder: 'number', read: number }
  if (types.length === 1 && types[0] === 'integer') {
    return { placeholder: 'integer', read: (text) => integer(text) }
  }
  return { placeholder: 'json', read: (text) => json(text, example) }
}

const titled = { title: '周会' }

/** A map of fields as JSON. */
export function jsonObject(text: string): JsonObject {
  const value = json(text, titled)
  if (isJsonObject(value)) return value
  throw new InvalidArgumentError(
    `Expected a map of fields as JSON, such as ${JSON.stringify(titled)}.`,
  )
}

/** @param example what the refusal gives as one. */
function json(text: string, example: unknown): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidArgumentError(`Expected JSON, such as ${JSON.stringify(example)}.`)
  }
}

function typesOf({ type = [], oneOf = [] }: Schema): string[] {
  return [...[type].flat(), ...oneOf.flatMap((branch) => branch.type ?? 'const')]
}

function isList({ oneOf = [] }: Schema): boolean {
  return oneOf.some(({ type, items }) => type === 'array' && items?.type === 'string')
}

/** Milliseconds, or a pair of them. */
function isRange({ oneOf = [] }: Schema): boolean {
  return oneOf.some(({ items, maxItems }) => items?.type === 'integer' && maxItems === 2)
}

function oneOrMore(text: string, before?: unknown): unknown {
  return before === undefined ? text : [before, text].flat()
}

function trueOrFalse(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new InvalidArgumentError('Expected true or false.')
  return text === 'true'
}

function number(text: string): number {
  if (!/^-?\d*\.?\d+$/.test(text)) throw new InvalidArgumentError('Expected a number.')
  return Number(text)
}
