import { collectFirst, FieldsError, type FieldViolation, mostViolations } from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  showValue,
  valueAt,
} from '../json.ts'
import { describeUnknownName } from '../names.ts'
import { collectProperties } from '../spec/collectProperties.ts'
import type { PrismOperation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'

/** What has the fields of an operation's response. */
const owners = {
  getMeeting: 'meeting',
  getWebinar: 'webinar',
  listWebinarEnrollments: 'enrollment',
}

/** By whose response a field is known and valid. */
export type DescribingOperation = keyof typeof owners

/** What the spec says about the fields of meetings, webinars and enrollments. */
export class FieldRules {
  readonly #operations: ReadonlyMap<string, PrismOperation>

  constructor(operations: readonly PrismOperation[]) {
    this.#operations = new Map(operations.map((operation) => [operation.operationId, operation]))
  }

  /**
   * Checks what the spec's validators leave open, as WeCom may add fields and other pages have other
   * lengths: each field has a name that the spec knows, and no text has more bytes than the page allows.
   *
   * @param found Gets a violation for each field that is wrong, at every depth.
   * @returns The fields with those of `extra` among them, which are not checked.
   * @throws {FieldsError} when they are nested too deep.
   */
  mergeExtra(
    operationId: DescribingOperation,
    given: { extra?: JsonObject },
    found: FieldViolation[],
    place: readonly string[] = [],
  ): JsonObject {
    if (isNestedDeeper(given)) {
      const message = `the fields are nested more than ${deepestNesting} deep`
      throw new FieldsError({ path: place, message })
    }
    const { extra = {}, ...fields } = given
    const violations = findOpen(fields, this.schemaOf(operationId), owners[operationId], place)
    if (found.length < mostViolations) found.push(...collectFirst(violations, mostViolations))
    return { ...fields, ...extra }
  }

  /** Of what an operation responds; for the list of enrollments that of one enrollment. */
  schemaOf(operationId: DescribingOperation): JsonObject {
    const { resource } = this.#operations.get(operationId) ?? {}
    const ok = resource?.responses.find(({ code }) => code === '200')
    const schema = ok?.contents?.[0]?.schema as JsonObject | undefined
    const known = collectProperties(schema)
    if (operationId === 'listWebinarEnrollments')
      return (known.get('enroll_list')?.items ?? {}) as JsonObject
    return known.size > 0 ? { properties: { ...Object.fromEntries(known), meetingid: {} } } : {}
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
    return (own.length > 0 ? own.slice(0, mostViolations) : violations.slice(0, 1)).map(
      (violation) => describeViolation(violation, response, unnamedLevels),
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
  const name = formatPath(own) || 'it'
  const isAbout = path.length === 0 || rule.startsWith('must have')
  const said = isAbout ? rule : `is ${showValue(valueAt(response, path))}; it ${rule}`
  return { path: own, message: `${name} ${said}` }
}

function* findOpen(
  value: unknown,
  schema: JsonObject,
  owner: string,
  path: readonly string[],
): Generator<FieldViolation, undefined> {
  const { 'x-max-bytes': most = Infinity, maxLength = Infinity, items = {} } = schema
  const text = typeof value === 'string' ? value : ''
  const bytes = Buffer.byteLength(text)
  // One that has too many characters as well is refused by the spec's validators, in `extra` too.
  if (bytes > Number(most) && [...text].length <= Number(maxLength)) {
    const message = `${formatPath(path)} is of ${bytes} bytes; WeCom's page allows ${most}, a longer one goes into "extra"`
    yield { path, message }
  }
  const properties = collectProperties(isJsonObject(value) ? schema : {})
  if (!Array.isArray(value) && properties.size === 0) return
  for (const [name, inner] of Object.entries(value as object)) {
    const known = Array.isArray(value) ? (items as JsonObject) : properties.get(name)
    const at = [...path, name]
    if (known) yield* findOpen(inner, known, owner, at)
    else {
      const problem = describeUnknownName(formatPath(path) || owner, name, [...properties.keys()])
      const message = `${problem}; what WeCom's page does not have goes into "extra"`
      yield { path: at, message }
    }
  }
}
