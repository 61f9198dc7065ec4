import fc, { type Arbitrary } from 'fast-check'

interface Schema {
  $ref?: string
  type?: string | string[]
  oneOf?: Schema[]
  allOf?: { anyOf?: Schema[] }[]
  const?: unknown
  enum?: unknown[]
  'x-extensible-enum'?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/**
 * Values that a schema of the document allows: every listed and some unlisted coded values, optional
 * fields there or not, and now and then a field that no schema knows.
 */
export function schemaArbitrary(document: unknown, name: string): Arbitrary<unknown> {
  const { schemas } = (document as { components: { schemas: Record<string, Schema> } }).components
  const made = new Map<string, Arbitrary<unknown>>()

  function named(ref: string): Arbitrary<unknown> {
    const key = ref.split('/').at(-1) ?? ''
    const arbitrary = made.get(key) ?? from(schemas[key] ?? {})
    made.set(key, arbitrary)
    return arbitrary
  }

  function from(schema: Schema): Arbitrary<unknown> {
    if (schema.$ref) return named(schema.$ref)
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.oneOf) return fc.oneof(...schema.oneOf.map(from))
    const coded = schema.enum ?? schema['x-extensible-enum']
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const plain = plainOf(schema)
    return coded ? fc.oneof(fc.constantFrom(...coded), plain) : plain
  }

  function plainOf(schema: Schema): Arbitrary<unknown> {
    const { type } = schema
    if (Array.isArray(type))
      return fc.oneof(...type.map((one) => plainOf({ ...schema, type: one })))
    switch (type) {
      case 'integer':
        return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 2 ** 48 })
      case 'boolean':
        return fc.boolean()
      case 'array':
        return fc.array(from(schema.items ?? {}), { maxLength: 3 })
      case 'object':
        return objectOf(schema)
      case 'string':
        return schema.pattern ? fc.stringMatching(new RegExp(schema.pattern)) : fc.string()
      default:
        throw new Error(`No value can be made for ${JSON.stringify(schema)}.`)
    }
  }

  function objectOf({ properties = {}, required = [], allOf = [] }: Schema): Arbitrary<unknown> {
    const fields = Object.entries(properties).map(([key, schema]) => [key, from(schema)])
    const forms = allOf.flatMap(({ anyOf = [] }) => anyOf)
    const known = fc.oneof(
      ...(forms.length > 0 ? forms : [{}]).map((form) => {
        const requiredKeys = [...required, ...(form.required ?? [])]
        return fc.record(Object.fromEntries(fields), { requiredKeys: requiredKeys as never })
      }),
    )
    const unknown = fc.constantFrom({}, { field_of_tomorrow: [1, { deep: null }] })
    return fc.tuple(unknown, known).map(([more, record]) => ({ ...more, ...(record as object) }))
  }

  return named(name)
}
