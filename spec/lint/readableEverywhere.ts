import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import type { LintRule, Node } from './ruleContext.ts'

const limit = 2 ** 31

/** Every number has a `format`, `int64` where 31 bits do not do: other languages choose a type by it. */
export const numbersHaveFormats: LintRule = {
  *Schema({ type, format, minimum, maximum, enum: codes, const: only }) {
    if (![type].flat().some((one) => one === 'integer' || one === 'number')) return
    if (type !== 'integer') {
      yield [
        `A number has the type \`integer\` alone; found ${JSON.stringify(type)}. Use \`oneOf\` for several types.`,
      ]
      return
    }
    const known = [minimum, maximum, codes, only].flat().filter((one) => typeof one === 'number')
    const isBounded = codes !== undefined || only !== undefined || typeof maximum === 'number'
    const fits = isBounded && known.every((one) => one >= -limit && one < limit)
    const expected = fits ? ['int32', 'int64'] : ['int64']
    if (expected.includes(format)) return
    yield [`A number needs the format ${expected.join(' or ')}; found ${JSON.stringify(format)}.`]
  },
}

/**
 * Readers of YAML 1.1 read the same as those of 1.2: an unquoted `2023-03-23 10:00:00` is a point in
 * time to them, and an unquoted `on` is true.
 */
export const yamlReadsAlike: LintRule = {
  *Root(_root, { location }) {
    const { body } = location.source
    const [path] = differences(parse(body), parse(body, { version: '1.1' }))
    if (path) yield [`YAML 1.1 reads ${path.join('.')} as something else: quote it.`]
  },
}

function differences(one: unknown, other: unknown, path: string[] = []): string[][] {
  if (isDeepStrictEqual(one, other)) return []
  if (!isHolder(one) || !isHolder(other)) return [path]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) => differences(one[key], other[key], [...path, key]))
}

function isHolder(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

/**
 * "One of the two" has one form, which generators read: all fields under `properties`, and
 * `allOf: [{ anyOf: [...] }]` of objects that repeat the fields which they require. With `required`
 * alone openapi-typescript lets anything in; generators that know no `anyOf` still have the fields.
 */
export const eitherHasOneForm: LintRule = {
  *Schema(schema) {
    if (schema.properties && (schema.anyOf || schema.oneOf)) {
      yield ['Forms beside `properties` stand under `allOf`: write `allOf: [{ anyOf: [...] }]`.']
    }
    for (const form of [schema.anyOf ?? schema.oneOf ?? []].flat()) {
      const { type, required, properties = {} } = form
      const names = [required ?? []].flat()
      const lacking = names.filter((name) => !(name in properties))
      if (lacking.length === 0 && (!required || type === 'object')) continue
      yield [
        `A form that requires ${names.join(', ')} has \`type: object\` and ${lacking.join(', ') || 'them'} under \`properties\`, too.`,
      ]
    }
  },
}
