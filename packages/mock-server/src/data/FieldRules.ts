import { type FieldViolation, mostViolations } from '../errors.ts'
import { formatPath, type JsonObject, showValue, valueAt } from '../json.ts'
import type { Operation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'
import { checkGiven, collectProperties } from './checkGiven.ts'

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

  /** The fields with those of `extra` among them; `found` gets what the names of the others violate. */
  mergeExtra(
    operationId: DescribingOperation,
    given: { extra?: JsonObject },
    found: FieldViolation[],
    place: readonly string[] = [],
  ): JsonObject {
    return checkGiven(given, this.schemaOf(operationId), kinds[operationId], place, found)
  }

  /** Of what an operation responds; for the list of enrollments that of one enrollment. */
  schemaOf(operationId: DescribingOperation): JsonObject {
    const schema = this.#schemas.get(operationId) ?? this.#findSchema(operationId)
    this.#schemas.set(operationId, schema)
    return schema
  }

  #findSchema(operationId: DescribingOperation): JsonObject {
    const resource = this.#operations.get(operationId)?.resource
    const ok = resource?.responses.find(({ code }) => code === '200')
    const schema = ok?.contents?.[0]?.schema as JsonObject | undefined
    const properties = new Map(collectProperties(schema))
    if (operationId === 'listWebinarEnrollments') {
      return (properties.get('enroll_list')?.items ?? {}) as JsonObject
    }
    if (properties.size > 0) properties.set('meetingid', {})
    return { properties: Object.fromEntries(properties) }
  }

  /**
   * What the spec forbids in a response, a violation for each field.
   *
   * @param unnamedLevels So many steps from the outside are not of the tester's making.
   */
  findViolations(
    operationId: DescribingOperation,
    response: JsonObject,
    unnamedLevels = 0,
  ): FieldViolation[] {
    const operation = this.#operations.get(operationId)
    if (response.errcode) {
      const message = `errcode is ${JSON.stringify(response.errcode)}; what is stored has none but 0, refusals are faults`
      return [{ path: ['errcode'], message }]
    }
    const violations = operation ? validateResponse(operation, response) : []
    // The other branch, a refusal, does not fit either; that is not what is wrong.
    const own = violations.filter(({ path: [first = 'errcode'] }) => !/^err(code|msg)$/.test(first))
    return (own.length > 0 ? own : violations)
      .slice(0, own.length > 0 ? mostViolations : 1)
      .map((violation) => describeViolation(violation, response, unnamedLevels))
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
  const value = valueAt(response, path)
  return { path: own, message: `${formatPath(own)} is ${showValue(value)}; it ${rule}` }
}
