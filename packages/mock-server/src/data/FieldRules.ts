import { FieldsError, type FieldViolation, mostViolations } from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  showValue,
} from '../json.ts'
import { describeUnknownName } from '../names.ts'
import type { Operation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'
import { createError } from './Directory.ts'

const kinds = {
  getMeeting: 'meeting',
  getWebinar: 'webinar',
  listWebinarEnrollments: 'enrollment',
}

/** By whose response a field is known and valid. */
export type DescribingOperation = keyof typeof kinds

/** What the spec says about the fields of meetings, webinars and enrollments. */
export class FieldRules {
  readonly #operations: ReadonlyMap<string, Operation>
  readonly #schemas = new Map<DescribingOperation, JsonObject>()

  constructor(operations: readonly Operation[]) {
    this.#operations = new Map(operations.map((operation) => [operation.operationId, operation]))
  }

  /** The fields with those of `extra` among them, once all others have a name that the spec knows. */
  mergeExtra(
    operationId: DescribingOperation,
    given: { extra?: JsonObject },
    place: readonly string[] = [],
  ): JsonObject {
    const { extra = {}, ...fields } = given
    if (isNestedDeeper(given)) {
      throw createError(`the fields are nested more than ${deepestNesting} deep`, ...place)
    }
    const schema = this.#schemas.get(operationId) ?? this.#findSchema(operationId)
    this.#schemas.set(operationId, schema)
    const unknown = [...findUnknownNames(fields, schema, place)].slice(0, mostViolations)
    if (unknown.length === 0) return { ...fields, ...extra }
    throw new FieldsError(
      ...unknown.map(({ path, names }) => {
        const kind = formatPath(path.slice(0, -1)) || kinds[operationId]
        const problem = describeUnknownName(kind, String(path.at(-1)), names)
        return { path, message: `${problem}; what WeCom's page does not have goes into "extra"` }
      }),
    )
  }

  /** Of what an operation responds; for the list of enrollments that of one enrollment. */
  #findSchema(operationId: DescribingOperation): JsonObject {
    const resource = this.#operations.get(operationId)?.resource
    const ok = resource?.responses.find(({ code }) => code === '200')
    const properties = collectProperties(ok?.contents?.[0]?.schema as JsonObject | undefined)
    if (operationId === 'listWebinarEnrollments') {
      return (properties.get('enroll_list')?.items ?? {}) as JsonObject
    }
    if (properties.size > 0) properties.set('meetingid', {})
    return { properties: Object.fromEntries(properties) }
  }

  /**
   * @param unnamedLevels So many steps from the outside are not of the tester's making.
   * @throws {FieldsError} naming each field of the response that the spec forbids.
   */
  validate(operationId: DescribingOperation, response: JsonObject, unnamedLevels = 0): void {
    const operation = this.#operations.get(operationId)
    if (response.errcode) {
      const message = `errcode is ${JSON.stringify(response.errcode)}; what is stored has none but 0, refusals are faults`
      throw createError(message, 'errcode')
    }
    const violations = operation ? validateResponse(operation, response) : []
    if (violations.length === 0) return
    // The other branch, a refusal, does not fit either; that is not what is wrong.
    const own = violations.filter(({ path: [first = 'errcode'] }) => !/^err(code|msg)$/.test(first))
    throw new FieldsError(
      ...(own.length > 0 ? own : violations)
        .slice(0, own.length > 0 ? mostViolations : 1)
        .map((violation) => describeViolation(violation, response, unnamedLevels)),
    )
  }
}

/** In a response the enrollments stand under `enroll_list`, where they are given under `enrollments`. */
function describeViolation(
  { path, message }: FieldViolation,
  response: JsonObject,
  unnamedLevels: number,
): FieldViolation {
  const whole = path[0] === 'enroll_list' ? ['enrollments', ...path.slice(1)] : path
  const own = whole.slice(unnamedLevels)
  const rule = message.replace(/^Response body /, '').replace(`property ${path.join('.')} `, '')
  if (path.length === 0 || rule.startsWith('must have')) {
    return { path: own, message: `${formatPath(own) || 'it'} ${rule}` }
  }
  const value = path.reduce<unknown>((part, key) => (part as JsonObject)[key], response)
  return { path: own, message: `${formatPath(own)} is ${showValue(value)}; it ${rule}` }
}

function collectProperties(schema: JsonObject = {}): Map<string, JsonObject> {
  const branches = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => list ?? [])
  return new Map([
    ...branches.flatMap((branch) => [...collectProperties(branch as JsonObject)]),
    ...Object.entries((schema.properties ?? {}) as Record<string, JsonObject>),
  ])
}

/** At every depth; where the schema names no fields, every name will do. */
function* findUnknownNames(
  value: unknown,
  schema: JsonObject,
  path: readonly string[],
): Generator<{ path: readonly string[]; names: string[] }> {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      yield* findUnknownNames(element, (schema.items ?? {}) as JsonObject, [...path, String(index)])
    }
  }
  const properties = collectProperties(schema)
  if (!isJsonObject(value) || properties.size === 0) return
  for (const [name, inner] of Object.entries(value)) {
    const known = properties.get(name)
    if (known) yield* findUnknownNames(inner, known, [...path, name])
    else yield { path: [...path, name], names: [...properties.keys()] }
  }
}
