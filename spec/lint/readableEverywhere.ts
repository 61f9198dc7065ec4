import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import type { RuleContext } from './ruleContext.ts'

const limit = 2 ** 31

/** Every number has a `format`, `int64` where 31 bits do not do: other languages choose a type by it. */
export function numbersHaveFormats(): object {
  return { Schema: { enter: checkNumber } }
}

function checkNumber(schema: Record<string, unknown>, ctx: RuleContext): void {
  const { type, format, minimum, maximum, enum: codes, const: only } = schema
  if (![type].flat().some((one) => one === 'integer' || one === 'number')) return
  if (type !== 'integer') {
    ctx.report({
      message: `A number has the type \`integer\` alone; found ${JSON.stringify(type)}. Use \`oneOf\` for several types.`,
    })
    return
  }
  const known = [minimum, maximum, codes, only].flat().filter((one) => typeof one === 'number')
  const isBounded = codes !== undefined || only !== undefined || typeof maximum === 'number'
  const fits = isBounded && known.every((one) => one >= -limit && one < limit)
  const expected = fits ? ['int32', 'int64'] : ['int64']
  if (!expected.includes(String(format))) {
    ctx.report({
      message: `A number needs the format ${expected.join(' or ')}; found ${JSON.stringify(format)}.`,
    })
  }
}

/**
 * Readers of YAML 1.1 read the same as those of 1.2: an unquoted `2023-03-23 10:00:00` is a point in
 * time to them, and an unquoted `on` is true.
 */
export function yamlReadsAlike(): object {
  return {
    Root: {
      enter(_root: unknown, ctx: RuleContext) {
        const { body } = ctx.location.source
        const [path] = differences(parse(body), parse(body, { version: '1.1' }))
        if (path) {
          ctx.report({ message: `YAML 1.1 reads ${path.join('.')} as something else: quote it.` })
        }
      },
    },
  }
}

function differences(one: unknown, other: unknown, path: string[] = []): string[][] {
  if (isDeepStrictEqual(one, other)) return []
  if (!isHolder(one) || !isHolder(other)) return [path]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) => differences(one[key], other[key], [...path, key]))
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

/**
 * "One of the two" has one form, which generators read: all fields under `properties`, and
 * `allOf: [{ anyOf: [...] }]` of objects that repeat the fields which they require. With `required`
 * alone openapi-typescript lets anything in; generators that know no `anyOf` still have the fields.
 */
export function eitherHasOneForm(): object {
  return { Schema: { enter: checkEither } }
}

function checkEither(schema: Record<string, unknown>, ctx: RuleContext): void {
  if (schema.properties && (schema.anyOf || schema.oneOf)) {
    ctx.report({
      message: 'Forms beside `properties` stand under `allOf`: write `allOf: [{ anyOf: [...] }]`.',
    })
  }
  const forms = [schema.anyOf ?? schema.oneOf ?? []].flat() as Record<string, unknown>[]
  for (const { type, required, properties } of forms) {
    const names = [required ?? []].flat() as string[]
    const lacking = names.filter((name) => !Object.keys(properties ?? {}).includes(name))
    if (lacking.length > 0 || (required && type !== 'object')) {
      ctx.report({
        message: `A form that requires ${names.join(', ')} has \`type: object\` and ${lacking.join(', ') || 'them'} under \`properties\`, too.`,
      })
    }
  }
}
