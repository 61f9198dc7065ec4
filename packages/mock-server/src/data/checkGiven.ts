import { collectFirst, FieldsError, type FieldViolation, mostViolations } from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
} from '../json.ts'
import { describeUnknownName } from '../names.ts'

/**
 * Checks what the spec's validators leave open, as WeCom may add fields and other pages have other
 * lengths: each field has a name that the spec knows, and no text has more bytes than the page allows.
 *
 * @param owner What has the fields.
 * @param found Gets a violation for each field that is wrong, at every depth.
 * @returns The fields with those of `extra` among them, which are not checked.
 * @throws {FieldsError} when they are nested too deep.
 */
export function checkGiven(
  given: { extra?: JsonObject },
  schema: JsonObject,
  owner: string,
  place: readonly string[],
  found: FieldViolation[],
): JsonObject {
  if (isNestedDeeper(given)) {
    const message = `the fields are nested more than ${deepestNesting} deep`
    throw new FieldsError({ path: place, message })
  }
  const { extra = {}, ...fields } = given
  if (found.length < mostViolations) {
    found.push(...collectFirst(findViolations(fields, schema, owner, place), mostViolations))
  }
  return { ...fields, ...extra }
}

function* findViolations(
  value: unknown,
  schema: JsonObject,
  owner: string,
  path: readonly string[],
): Generator<FieldViolation, undefined> {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      const items = (schema.items ?? {}) as JsonObject
      yield* findViolations(element, items, owner, [...path, String(index)])
    }
  }
  const most = Number(schema['x-max-bytes'] ?? Number.POSITIVE_INFINITY)
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0
  if (bytes > most) {
    const message = `${formatPath(path)} is of ${bytes} bytes; WeCom's page allows ${most}, a longer one goes into "extra"`
    yield { path, message }
  }
  const properties = collectProperties(schema)
  if (!isJsonObject(value) || properties.size === 0) return
  for (const [name, inner] of Object.entries(value)) {
    const known = properties.get(name)
    if (known) yield* findViolations(inner, known, owner, [...path, name])
    else {
      const problem = describeUnknownName(formatPath(path) || owner, name, [...properties.keys()])
      const message = `${problem}; what WeCom's page does not have goes into "extra"`
      yield { path: [...path, name], message }
    }
  }
}

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
