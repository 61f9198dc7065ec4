import type { AnswerProblem } from '../engine/judgeAnswer.ts'
import { DataError } from '../errors/DataError.ts'
import type { JsonObject } from '../json.ts'
import type { Store, StoredWebinar } from '../state/Store.ts'
import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './fields.ts'
import { makeEnrollment } from './makeEnrollment.ts'
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

  constructor(store: Store, random: Random, judge: JudgeAnswer) {
    this.#store = store
    this.#random = random
    this.#judge = judge
  }

  meetings(): Meeting[] {
    return Array.from(this.#store.meetings, (meeting) => shown(meeting) as Meeting)
  }

  webinars(): Webinar[] {
    return Array.from(this.#store.webinars, (webinar) => shown(webinar) as Webinar)
  }

  addMeeting(fields: MeetingFields = {}): Meeting {
    const { meetingid = this.#random.id('hy', 32), ...rest } = fields
    const answer = makeMeeting(this.#random, rest)
    this.#check('getMeeting', answer)
    const meeting_code = String(answer.meeting_code)
    this.#store.meetings.add({
      meetingid,
      meeting_code,
      sub_meetingids: subMeetingids(answer),
      answer,
    })
    return structuredClone({ ...answer, meetingid }) as Meeting
  }

  addWebinar({ enrollments = 0, ...fields }: WebinarFields = {}): Webinar {
    const answer = makeWebinar(this.#random, fields) as Webinar
    this.#check('getWebinar', answer)
    const { meetingid, meeting_code } = answer
    this.#store.webinars.add({ meetingid, meeting_code, answer })
    if (enrollments !== false) {
      this.#store.enrollments.set(meetingid, [])
      this.addEnrollments(meetingid, enrollments)
    }
    return structuredClone(answer)
  }

  addEnrollments(
    meetingid: string,
    enrollments: number | readonly EnrollmentFields[],
  ): Enrollment[] {
    const list = this.#store.enrollments.get(meetingid)
    if (!list) {
      throw new DataError(`no webinar with enrollment has the meetingid ${meetingid}`, [
        'meetingid',
      ])
    }
    const wanted = typeof enrollments === 'number' ? Array(enrollments).fill({}) : enrollments
    const added = wanted.map((fields: JsonObject, index) =>
      makeEnrollment(this.#random, list.length + index, fields),
    )
    const page = { errcode: 0, errmsg: 'ok', has_more: false, next_cursor: '', enroll_list: added }
    this.#check('listWebinarEnrollments', page)
    list.push(...added)
    return structuredClone(added) as Enrollment[]
  }

  #check(operationId: string, answer: JsonObject): void {
    const [problem] = this.#judge(operationId, answer)
    if (problem) throw new DataError(problem.message, problem.path)
  }
}

/** A copy of an entry, with the ids under which it is found. */
function shown({ meetingid, meeting_code, answer }: StoredWebinar): JsonObject {
  return structuredClone({ ...answer, meetingid, meeting_code })
}
