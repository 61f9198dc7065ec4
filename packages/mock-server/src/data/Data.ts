import { FieldsError, type FieldViolation, mostViolations } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import type { PrismOperation } from '../spec/operations.ts'
import { createFieldsError, Directory, freezeCopy, type Stored } from './Directory.ts'
import { FieldRules } from './FieldRules.ts'
import type {
  EnrollmentFields,
  MeetingFields,
  MockEnrollment,
  MockMeeting,
  MockWebinar,
  WebinarFields,
} from './fields.ts'
import { makeEnrollId, makeEnrollment } from './makeEnrollment.ts'
import { makeMeeting } from './makeMeeting.ts'
import { makeWebinar } from './makeWebinar.ts'

const success = { errcode: 0, errmsg: 'ok' }

/** What is given and what is stored. */
interface Kinds {
  Meeting: { given: MeetingFields; stored: MockMeeting }
  Webinar: { given: WebinarFields; stored: MockWebinar }
}
export type Kind = keyof Kinds
const makers = { Meeting: makeMeeting, Webinar: makeWebinar }

/** How many enrollments, or which; false where enrollment is switched off. */
type Wanted = NonNullable<WebinarFields['enrollments']>

/**
 * The meetings, webinars and enrollments of one world: made up, added, changed, never as the spec forbids.
 * Each method that is given fields throws a `FieldsError` that names those that cannot be, and changes
 * nothing then.
 */
export class Data {
  readonly meetings: Directory = new Directory('meeting')
  readonly webinars: Directory = new Directory('webinar')
  /** The enrollment page's official sample, by its own meetingid: one page that never changes. */
  readonly sampleEnrollmentPages: Map<string, JsonObject> = new Map()
  /** Grows with every change. */
  revision = 0
  /** Decides on what is made up. */
  random: Random
  readonly #lists = { Meeting: this.meetings, Webinar: this.webinars }
  readonly #rules: FieldRules
  readonly #check: (control: string, given: object) => void

  /** @param check Throws for what the control of that name cannot be given. */
  constructor(
    operations: readonly PrismOperation[],
    random: Random,
    check: (control: string, given: object) => void,
  ) {
    this.#rules = new FieldRules(operations)
    this.random = random
    this.#check = check
  }

  /** @param madeUp Whether fields that are left out are made up. */
  add<K extends Kind>(kind: K, wanted: Kinds[K]['given'] = {}, madeUp = true): Kinds[K]['stored'] {
    this.#check(`add${kind}`, wanted)
    const found: FieldViolation[] = []
    const { fields, enrollments: some = 0 } = splitEnrollments(kind, wanted)
    const given = this.#rules.mergeExtra(`get${kind}`, fields, found)
    const isMeeting = kind === 'Meeting'
    if (isMeeting && given.meetingid === undefined) given.meetingid = this.random.id('hy', 32)
    const made = madeUp ? makers[kind](this.random, given) : given
    const { meetingid, ...rest } = made
    // `get_info` does not return the ID.
    const response = isMeeting ? { ...success, ...rest } : made
    const enrollments = this.#makeEnrollments([], some, found, madeUp)
    return this.#store(kind, { meetingid, response, enrollments }, found)
  }

  /** Enrollments that are given take the place of all before. */
  update<K extends Kind>(
    kind: K,
    meetingid: string,
    wanted: Kinds[K]['given'],
  ): Kinds[K]['stored'] {
    this.#check(`update${kind}`, { meetingid, fields: wanted })
    const found: FieldViolation[] = []
    const { fields, enrollments: some } = splitEnrollments(kind, wanted)
    const before = this.#lists[kind].find(meetingid)
    const enrollments =
      some === undefined ? before.enrollments : this.#makeEnrollments([], some, found)
    const given = this.#rules.mergeExtra(`get${kind}`, fields, found)
    const { meetingid: other = meetingid, ...changed } = given
    if (other !== meetingid) throw createFieldsError('meetingid cannot be changed', 'meetingid')
    const { meeting_code = before.meeting_code } = changed
    const response = { ...before.response, ...changed }
    return this.#store(kind, { ...before, meeting_code, response, enrollments }, found, before)
  }

  /** @param before What it takes the place of. */
  #store<K extends Kind>(
    kind: K,
    { response, ...made }: Pick<Stored, 'response' | 'enrollments'> & JsonObject,
    found: readonly FieldViolation[],
    before?: Stored,
  ): Kinds[K]['stored'] {
    refuse([...found, ...this.#rules.findViolations(`get${kind}`, response)])
    this.revision += 1
    const meeting_code = String(made.meeting_code ?? response.meeting_code)
    const stored = { ...made, meeting_code, response: freezeCopy(response) } as unknown as Stored
    return this.#lists[kind].put(stored, before) as unknown as Kinds[K]['stored']
  }

  remove(kind: Kind, meetingid: string): void {
    this.#check(`remove${kind}`, { meetingid })
    this.#lists[kind].remove(meetingid)
    this.revision += 1
  }

  addEnrollments(
    meetingid: string,
    wanted: number | readonly EnrollmentFields[],
  ): MockEnrollment[] {
    this.#check('addEnrollments', { meetingid, enrollments: wanted })
    const list = this.#enrollments(meetingid)
    const found: FieldViolation[] = []
    const made = this.#makeEnrollments(list, wanted, found) ?? []
    refuse(found)
    this.#setEnrollments(meetingid, [...list, ...made])
    return structuredClone(made) as unknown as MockEnrollment[]
  }

  listEnrollments(meetingid: string): MockEnrollment[] {
    this.#check('enrollments', { meetingid })
    // The page's own sample stands alone: no sample webinar has its id.
    const sample = this.webinars.get(meetingid)
      ? undefined
      : this.sampleEnrollmentPages.get(meetingid)
    return structuredClone(sample?.enroll_list ?? this.#enrollments(meetingid)) as MockEnrollment[]
  }

  updateEnrollment(
    meetingid: string,
    enroll_id: string | number,
    fields: EnrollmentFields,
  ): MockEnrollment {
    this.#check('updateEnrollment', { meetingid, enroll_id, fields })
    const [after] = this.updateEnrollments(meetingid, new Set([String(enroll_id)]), fields)
    if (after) return after
    throw createFieldsError(
      `no enrollment of ${meetingid} has the enroll_id ${enroll_id}`,
      'enroll_id',
    )
  }

  /**
   * Changes those of a webinar's enrollments that have one of the ids, all or none.
   *
   * @param ids As text: WeCom's pages have an ID as a number too, and who asks need not know which one is.
   * @throws {FieldsError} when there is no such webinar, or a field is not as the spec has it.
   */
  updateEnrollments(
    meetingid: string,
    ids: ReadonlySet<string>,
    fields: EnrollmentFields,
  ): MockEnrollment[] {
    const before = this.#enrollments(meetingid)
    const found: FieldViolation[] = []
    const changed = this.#rules.mergeExtra('listWebinarEnrollments', fields, found)
    const list = before.map((each) =>
      ids.has(String(each.enroll_id)) ? freezeCopy({ ...each, ...changed }) : each,
    )
    if (list.some(({ enroll_id }, at) => enroll_id !== before[at]?.enroll_id)) {
      throw createFieldsError('enroll_id cannot be changed', 'enroll_id')
    }
    const after = list.filter((each, at) => each !== before[at])
    refuse([...found, ...this.#findEnrollmentViolations(after, 2)])
    this.#setEnrollments(meetingid, list)
    return structuredClone(after) as unknown as MockEnrollment[]
  }

  #setEnrollments(meetingid: string, enrollments: JsonObject[]): void {
    this.webinars.find(meetingid).enrollments = enrollments
    this.revision += 1
  }

  #enrollments(meetingid: string): JsonObject[] {
    const list = this.webinars.get(meetingid)?.enrollments
    if (list) return list
    throw createFieldsError(
      `no webinar with enrollment has the meetingid ${meetingid}`,
      'meetingid',
    )
  }

  /**
   * What would stand behind `before`; nothing is added yet. Undefined where enrollment is off. `found`
   * gets what is wrong with it.
   */
  #makeEnrollments(
    before: readonly JsonObject[],
    wanted: Wanted,
    found: FieldViolation[],
    madeUp = true,
  ): JsonObject[] | undefined {
    if (wanted === false) return undefined
    // As text: the client takes 1 and '1' for the same.
    const ids = new Set(before.map(({ enroll_id }) => String(enroll_id)))
    let index = before.length
    const list = typeof wanted === 'number' ? Array<EnrollmentFields>(wanted).fill({}) : wanted
    const made = list.map((fields, position) => {
      while (ids.has(makeEnrollId(index))) index += 1
      const place = ['enrollments', String(position)]
      const given = this.#rules.mergeExtra('listWebinarEnrollments', fields, found, place)
      const enrollment = madeUp ? makeEnrollment(this.random, index, given) : given
      const enroll_id = String(enrollment.enroll_id)
      if (ids.has(enroll_id)) {
        const message = `there is an enrollment with the enroll_id ${enroll_id} already`
        found.push({ path: [...place, 'enroll_id'], message })
      }
      ids.add(enroll_id)
      return freezeCopy(enrollment)
    })
    found.push(...this.#findEnrollmentViolations(made))
    return made
  }

  #findEnrollmentViolations(
    enroll_list: readonly JsonObject[],
    unnamedLevels = 0,
  ): FieldViolation[] {
    const page = { ...success, has_more: false, next_cursor: '', enroll_list }
    return this.#rules.findViolations('listWebinarEnrollments', page, unnamedLevels)
  }
}

function splitEnrollments(
  kind: Kind,
  wanted: MeetingFields | WebinarFields,
): { fields: object; enrollments?: Wanted | undefined } {
  // A meeting has no such field.
  if (kind === 'Meeting') return { fields: wanted, enrollments: false }
  const { enrollments, ...fields } = wanted as WebinarFields
  return { fields, enrollments }
}

function refuse(violations: readonly FieldViolation[]): void {
  if (violations.length > 0) throw new FieldsError(...violations.slice(0, mostViolations))
}
