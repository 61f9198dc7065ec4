import type { AnswerProblem } from '../engine/judgeAnswer.ts'
import { DataError } from '../errors/DataError.ts'
import { deepestNesting, isNestedDeeper, type JsonObject } from '../json.ts'
import type { Store, StoredWebinar } from '../state/Store.ts'
import { EnrollmentData } from './EnrollmentData.ts'
import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './fields.ts'
import { frozenCopy } from './frozenCopy.ts'
import { makeMeeting } from './makeMeeting.ts'
import { makeWebinar } from './makeWebinar.ts'
import type { Random } from './Random.ts'
import { subMeetingids } from './subMeetingids.ts'

/** Says what in an operation's answer departs from the spec; empty when nothing does. */
export type JudgeAnswer = (operationId: string, answer: JsonObject) => AnswerProblem[]

/** Adds made-up meetings, webinars and enrollments to a store, and keeps out what the spec forbids. */
export class Data {
  readonly #store: Store
  readonly #random: Random
  readonly #judge: JudgeAnswer
  readonly #enrollments: EnrollmentData

  constructor(store: Store, random: Random, judge: JudgeAnswer) {
    this.#store = store
    this.#random = random
    this.#judge = judge
    this.#enrollments = new EnrollmentData(store, random, judge)
  }

  meetings(): Meeting[] {
    return Array.from(this.#store.meetings, (meeting) => shown(meeting) as Meeting)
  }

  webinars(): Webinar[] {
    return Array.from(this.#store.webinars, (webinar) => shown(webinar) as Webinar)
  }

  enrollments(meetingid: string): Enrollment[] {
    return this.#enrollments.list(meetingid)
  }

  addMeeting(fields: MeetingFields = {}): Meeting {
    const { meetingid = this.#random.id('hy', 32), ...rest } = fields
    const answer = makeMeeting(this.#random, rest)
    this.#check('getMeeting', answer)
    const meeting_code = String(answer.meeting_code)
    checkIds(this.#store.meetings, 'meeting', meetingid, meeting_code)
    this.#store.meetings.add({
      meetingid,
      meeting_code,
      sub_meetingids: subMeetingids(answer),
      answer: frozenCopy(answer),
    })
    return structuredClone({ ...answer, meetingid }) as unknown as Meeting
  }

  addWebinar({ enrollments = 0, ...fields }: WebinarFields = {}): Webinar {
    const answer = makeWebinar(this.#random, fields)
    this.#check('getWebinar', answer)
    const { meetingid, meeting_code } = answer as unknown as Webinar
    checkIds(this.#store.webinars, 'webinar', meetingid, meeting_code)
    const made = enrollments === false ? undefined : this.#enrollments.make([], enrollments)
    this.#store.webinars.add({ meetingid, meeting_code, answer: frozenCopy(answer) })
    if (made) this.#store.enrollments.set(meetingid, made)
    return structuredClone(answer) as unknown as Webinar
  }

  addEnrollments(
    meetingid: string,
    enrollments: number | readonly EnrollmentFields[],
  ): Enrollment[] {
    return this.#enrollments.add(meetingid, enrollments)
  }

  updateEnrollment(
    meetingid: string,
    enroll_id: string | number,
    fields: EnrollmentFields,
  ): Enrollment {
    return this.#enrollments.update(meetingid, enroll_id, fields)
  }

  #check(operationId: string, answer: JsonObject): void {
    checkNesting(answer)
    if (answer.errcode) {
      throw new DataError(
        `errcode is ${JSON.stringify(answer.errcode)}; what is stored has none but 0, refusals are faults`,
        ['errcode'],
      )
    }
    const [problem] = this.#judge(operationId, answer)
    if (problem) throw new DataError(problem.message, problem.path)
  }
}

/** @throws {DataError} where it cannot be copied and written. */
export function checkNesting(fields: JsonObject): void {
  if (!isNestedDeeper(fields)) return
  throw new DataError(`the fields are nested more than ${deepestNesting} deep`, [])
}

/** An id that two share would hide one of them; only a page's own sample gives way. */
function checkIds(
  directory: Store['meetings'] | Store['webinars'],
  kind: string,
  meetingid: unknown,
  meeting_code: string,
): void {
  if (typeof meetingid !== 'string' || meetingid === '') {
    throw new DataError('meetingid must be a text that is not empty', ['meetingid'])
  }
  if (isTaken(directory.byId(meetingid))) {
    throw new DataError(`there is a ${kind} with the meetingid ${meetingid} already`, ['meetingid'])
  }
  if (isTaken(directory.byCode(meeting_code))) {
    const problem = `there is a ${kind} with the meeting_code ${meeting_code} already`
    throw new DataError(problem, ['meeting_code'])
  }
}

function isTaken(entry: { isSample?: true } | undefined): boolean {
  return entry !== undefined && !entry.isSample
}

/** A copy of an entry, with the ids under which it is found. */
function shown({ meetingid, meeting_code, answer }: StoredWebinar): JsonObject {
  return structuredClone({ ...answer, meetingid, meeting_code })
}
