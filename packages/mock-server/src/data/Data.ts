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
import type { Random } from '../Random.ts'
import type { Operation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'
import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './fields.ts'
import { makeEnrollId, makeEnrollment } from './makeEnrollment.ts'
import { makeMeeting } from './makeMeeting.ts'
import { makeWebinar } from './makeWebinar.ts'

interface Stored {
  meetingid: string
  meeting_code: string
  /** What WeCom responds about it; frozen, so that what was written and validated once stays so. */
  response: JsonObject
  /** Set on the pages' own samples, which give way to what a tester adds. */
  isSample?: true
}
export interface StoredMeeting extends Stored {
  sub_meetingids: ReadonlySet<string>
}
export type StoredWebinar = Stored

/** Meetings or webinars, found by id or by code. */
export class Directory<T extends Stored> {
  readonly #byId = new Map<string, T>()
  readonly #byCode = new Map<string, T>()

  /** `otherCodes` lead to the same entry as its own code. */
  add(entry: T, ...otherCodes: readonly string[]): void {
    this.#byId.set(entry.meetingid, entry)
    for (const code of [entry.meeting_code, ...otherCodes]) this.#byCode.set(code, entry)
  }

  byId(meetingid: string): T | undefined {
    return this.#byId.get(meetingid)
  }

  byCode(meeting_code: string): T | undefined {
    return this.#byCode.get(meeting_code)
  }

  /** Copies of all, each with the ids under which it is found. */
  list(): JsonObject[] {
    return Array.from(this.#byId.values(), ({ meetingid, meeting_code, response }) =>
      structuredClone({ ...response, meetingid, meeting_code }),
    )
  }

  /** An id that two share would hide one of them; only a page's own sample gives way. */
  checkIds(kind: string, meetingid: unknown, meeting_code: string): void {
    if (typeof meetingid !== 'string' || meetingid === '') {
      throw createError('meetingid must be a text that is not empty', 'meetingid')
    }
    if (isTaken(this.byId(meetingid))) {
      throw createError(`there is a ${kind} with the meetingid ${meetingid} already`, 'meetingid')
    }
    if (isTaken(this.byCode(meeting_code))) {
      throw createError(
        `there is a ${kind} with the meeting_code ${meeting_code} already`,
        'meeting_code',
      )
    }
  }
}

const kinds = {
  getMeeting: 'meeting',
  getWebinar: 'webinar',
  listWebinarEnrollments: 'enrollment',
}

/** The meetings, webinars and enrollments of one world: made up, added, changed, never as the spec forbids. */
export class Data {
  readonly meetings: Directory<StoredMeeting> = new Directory()
  readonly webinars: Directory<StoredWebinar> = new Directory()
  /** By the webinar's meetingid; a webinar that is not in here has enrollment switched off. */
  readonly enrollmentsOf: Map<string, JsonObject[]> = new Map()
  /** The enrollment page's official sample, by its own meetingid: one page that never changes. */
  readonly sampleEnrollmentPages: Map<string, JsonObject> = new Map()
  /** Grows with every change. */
  revision = 0
  /** Decides on what is made up. */
  random: Random
  readonly #operations: ReadonlyMap<string, Operation>
  readonly #schemas = new Map<string, JsonObject>()

  constructor(operations: readonly Operation[], random: Random) {
    this.#operations = new Map(operations.map((operation) => [operation.operationId, operation]))
    this.random = random
  }

  /** @throws {FieldsError} when a field is not as the spec has it; nothing is added then. */
  addMeeting(fields: MeetingFields = {}): Meeting {
    const { meetingid = this.random.id('hy', 32), ...rest } = this.#mergeExtra('getMeeting', fields)
    const response = makeMeeting(this.random, rest)
    this.#validate('getMeeting', response)
    const meeting_code = String(response.meeting_code)
    this.meetings.checkIds('meeting', meetingid, meeting_code)
    this.revision += 1
    this.meetings.add({
      meetingid: String(meetingid),
      meeting_code,
      sub_meetingids: findSubMeetingids(response),
      response: freezeCopy(response),
    })
    return structuredClone({ ...response, meetingid }) as unknown as Meeting
  }

  /** @throws {FieldsError} when a field is not as the spec has it; nothing is added then. */
  addWebinar({ enrollments = 0, ...fields }: WebinarFields = {}): Webinar {
    const response = makeWebinar(this.random, this.#mergeExtra('getWebinar', fields))
    this.#validate('getWebinar', response)
    const { meetingid, meeting_code } = response as unknown as Webinar
    this.webinars.checkIds('webinar', meetingid, meeting_code)
    const made = enrollments === false ? undefined : this.#makeEnrollments([], enrollments)
    this.revision += 1
    this.webinars.add({ meetingid, meeting_code, response: freezeCopy(response) })
    if (made) this.enrollmentsOf.set(meetingid, made)
    return structuredClone(response) as unknown as Webinar
  }

  /** @throws {FieldsError} when there is no such webinar, or a field is not as the spec has it. */
  addEnrollments(meetingid: string, wanted: number | readonly EnrollmentFields[]): Enrollment[] {
    const list = this.#enrollments(meetingid)
    const made = this.#makeEnrollments(list, wanted)
    this.revision += 1
    for (const enrollment of made) list.push(enrollment)
    return structuredClone(made) as unknown as Enrollment[]
  }

  /** @throws {FieldsError} when there is no such webinar with enrollment. */
  listEnrollments(meetingid: string): Enrollment[] {
    // The page's own sample stands alone: no sample webinar has its id.
    const sample = this.webinars.byId(meetingid)
      ? undefined
      : this.sampleEnrollmentPages.get(meetingid)
    return structuredClone(sample?.enroll_list ?? this.#enrollments(meetingid)) as Enrollment[]
  }

  /** @throws {FieldsError} when there is no such enrollment, or a field is not as the spec has it. */
  updateEnrollment(
    meetingid: string,
    enroll_id: string | number,
    fields: EnrollmentFields,
  ): Enrollment {
    const list = this.#enrollments(meetingid)
    // WeCom's pages have it as a number and as a text; who asks need not know which this one is.
    const index = list.findIndex((each) => String(each.enroll_id) === String(enroll_id))
    const before = list[index]
    if (!before) {
      throw createError(`no enrollment of ${meetingid} has the enroll_id ${enroll_id}`, 'enroll_id')
    }
    const changed = this.#mergeExtra('listWebinarEnrollments', fields)
    if (changed.enroll_id !== undefined && changed.enroll_id !== before.enroll_id) {
      throw createError('enroll_id cannot be changed', 'enroll_id')
    }
    const after = freezeCopy({ ...before, ...changed })
    this.#validateEnrollments([after], 2)
    this.revision += 1
    list[index] = after
    return structuredClone(after) as unknown as Enrollment
  }

  #enrollments(meetingid: string): JsonObject[] {
    const list = this.enrollmentsOf.get(meetingid)
    if (list) return list
    throw createError(`no webinar with enrollment has the meetingid ${meetingid}`, 'meetingid')
  }

  /** What would stand behind `before`; nothing is added yet. */
  #makeEnrollments(
    before: readonly JsonObject[],
    wanted: number | readonly EnrollmentFields[],
  ): JsonObject[] {
    const ids = new Set(before.map(({ enroll_id }) => enroll_id))
    let index = before.length
    const list = typeof wanted === 'number' ? Array<EnrollmentFields>(wanted).fill({}) : wanted
    const made = list.map((fields, position) => {
      while (ids.has(makeEnrollId(index))) index += 1
      const place = ['enrollments', String(position)]
      const given = this.#mergeExtra('listWebinarEnrollments', fields, place)
      const enrollment = makeEnrollment(this.random, index, given)
      const { enroll_id } = enrollment
      if (ids.has(enroll_id)) {
        const message = `there is an enrollment with the enroll_id ${enroll_id} already`
        throw createError(message, ...place, 'enroll_id')
      }
      ids.add(enroll_id)
      return freezeCopy(enrollment)
    })
    this.#validateEnrollments(made)
    return made
  }

  #validateEnrollments(enroll_list: readonly JsonObject[], unnamedLevels = 0): void {
    const page = { errcode: 0, errmsg: 'ok', has_more: false, next_cursor: '', enroll_list }
    this.#validate('listWebinarEnrollments', page, unnamedLevels)
  }

  /** The fields with those of `extra` among them, once all others have a name that the spec knows. */
  #mergeExtra(
    operationId: string,
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
        const kind = formatPath(path.slice(0, -1)) || kinds[operationId as keyof typeof kinds]
        const problem = describeUnknownName(kind, String(path.at(-1)), names)
        return { path, message: `${problem}; what WeCom's page does not have goes into "extra"` }
      }),
    )
  }

  /** Of what an operation responds; for the list of enrollments that of one enrollment. */
  #findSchema(operationId: string): JsonObject {
    const resource = this.#operations.get(operationId)?.resource
    const ok = resource?.responses.find(({ code }) => code === '200')
    const properties = collectProperties(ok?.contents?.[0]?.schema as JsonObject | undefined)
    if (operationId === 'listWebinarEnrollments') {
      return (properties.get('enroll_list')?.items ?? {}) as JsonObject
    }
    if (properties.size > 0) properties.set('meetingid', {})
    return { properties: Object.fromEntries(properties) }
  }

  /** @param unnamedLevels So many steps from the outside are not of the tester's making. */
  #validate(operationId: string, response: JsonObject, unnamedLevels = 0): void {
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

function createError(message: string, ...path: readonly string[]): FieldsError {
  return new FieldsError({ path, message })
}

function isTaken(entry: Stored | undefined): boolean {
  return entry !== undefined && !entry.isSample
}

/** Every sub_meetingid that a request or a response of `get_info` names. */
export function findSubMeetingids(fields: JsonObject): Set<string> {
  const listed = [fields.sub_meetings ?? []].flat().filter(isJsonObject)
  const ids = [
    fields.sub_meetingid,
    fields.current_sub_meetingid,
    ...listed.map(({ sub_meetingid }) => sub_meetingid),
  ]
  return new Set(ids.filter((id) => typeof id === 'string'))
}

/** What is stored is never changed, only replaced. */
export function freezeCopy(value: JsonObject): JsonObject {
  return freeze(structuredClone(value)) as JsonObject
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
