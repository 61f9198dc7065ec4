import type { JsonObject } from '../json.ts'

const propertiesOf = new WeakMap<JsonObject, Map<string, JsonObject>>()

/** The fields of all the forms that a schema has; where there are none, every name will do. */
export function collectProperties(schema: JsonObject = {}): ReadonlyMap<string, JsonObject> {
  const known = propertiesOf.get(schema)
  if (known) return known
  const forms = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => list ?? [])
  const properties = new Map([
    ...forms.flatMap((form) => [...collectProperties(form as JsonObject)]),
    ...Object.entries((schema.properties ?? {}) as Record<string, JsonObject>),
  ])
  propertiesOf.set(schema, properties)
  return properties
}
