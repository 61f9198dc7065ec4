import { DataError } from '../errors/DataError.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Store } from '../state/Store.ts'
import { checkNesting, type JudgeAnswer } from './Data.ts'
import type { Enrollment, EnrollmentFields } from './fields.ts'
import { frozenCopy } from './frozenCopy.ts'
import { enrollId, makeEnrollment } from './makeEnrollment.ts'
import type { Random } from './Random.ts'

/** More at once would keep everybody else waiting for seconds. */
const most = 20_000

/** The enrollments of a store's webinars: made up, added and changed, never as the spec forbids. */
export class EnrollmentData {
  readonly #store: Store
  readonly #random: Random
  readonly #judge: JudgeAnswer

  constructor(store: Store, random: Random, judge: JudgeAnswer) {
    this.#store = store
    this.#random = random
    this.#judge = judge
  }

  list(meetingid: string): Enrollment[] {
    return structuredClone(this.#sampleOf(meetingid) ?? this.#of(meetingid)) as Enrollment[]
  }

  add(meetingid: string, enrollments: number | readonly EnrollmentFields[]): Enrollment[] {
    const list = this.#of(meetingid)
    const added = this.make(list, enrollments)
    list.push(...added)
    return structuredClone(added) as unknown as Enrollment[]
  }

  update(meetingid: string, enroll_id: string | number, fields: EnrollmentFields): Enrollment {
    const list = this.#of(meetingid)
    // WeCom's pages have it as a number and as a text; who asks need not know which this one is.
    const index = list.findIndex((each) => String(each.enroll_id) === String(enroll_id))
    const before = list[index]
    if (!before) {
      const problem = `no enrollment of ${meetingid} has the enroll_id ${enroll_id}`
      throw new DataError(problem, ['enroll_id'])
    }
    if (fields.enroll_id !== undefined && fields.enroll_id !== before.enroll_id) {
      throw new DataError('enroll_id cannot be changed', ['enroll_id'])
    }
    checkNesting(fields)
    const after = frozenCopy({ ...before, ...fields })
    this.#check([after])
    list[index] = after
    return structuredClone(after) as unknown as Enrollment
  }

  /** What would stand behind `before`; nothing is added yet. */
  make(
    before: readonly JsonObject[],
    enrollments: number | readonly EnrollmentFields[],
  ): JsonObject[] {
    const ids = new Set(before.map(({ enroll_id }) => enroll_id))
    let index = before.length
    const made = wantedOf(enrollments).map((fields, position) => {
      while (ids.has(enrollId(index))) index += 1
      const enrollment = makeEnrollment(this.#random, index, fields)
      if (ids.has(enrollment.enroll_id)) {
        const problem = `there is an enrollment with the enroll_id ${enrollment.enroll_id} already`
        throw new DataError(problem, ['enroll_list', String(position), 'enroll_id'])
      }
      ids.add(enrollment.enroll_id)
      checkNesting(enrollment)
      return frozenCopy(enrollment)
    })
    this.#check(made)
    return made
  }

  /** The page's own sample stands alone: no sample webinar has its id. */
  #sampleOf(meetingid: string): unknown {
    if (this.#store.webinars.byId(meetingid)) return undefined
    return this.#store.sampleEnrollmentPages.get(meetingid)?.enroll_list
  }

  #of(meetingid: string): JsonObject[] {
    const list = this.#store.enrollments.get(meetingid)
    if (list) return list
    throw new DataError(`no webinar with enrollment has the meetingid ${meetingid}`, ['meetingid'])
  }

  #check(enroll_list: JsonObject[]): void {
    const page = { errcode: 0, errmsg: 'ok', has_more: false, next_cursor: '', enroll_list }
    const [problem] = this.#judge('listWebinarEnrollments', page)
    if (problem) throw new DataError(problem.message, problem.path)
  }
}

function wantedOf(enrollments: unknown): readonly EnrollmentFields[] {
  const expected = `how many have enrolled, up to ${most}, a list of so many at most, or false; add more with addEnrollments`
  if (Array.isArray(enrollments)) {
    if (enrollments.length > most) {
      const problem = `enrollments is a list of ${enrollments.length}; expected ${expected}`
      throw new DataError(problem, ['enroll_list'])
    }
    const wrong = enrollments.findIndex((fields) => !isJsonObject(fields))
    if (wrong < 0) return enrollments
    const came = JSON.stringify(enrollments[wrong])
    const problem = `enrollments[${wrong}] is ${came}; expected a map of fields`
    throw new DataError(problem, ['enroll_list', String(wrong)])
  }
  const count = Number(enrollments)
  if (typeof enrollments === 'number' && Number.isInteger(count) && count >= 0 && count <= most) {
    return Array(count).fill({})
  }
  const problem = `enrollments is ${JSON.stringify(enrollments)}; expected ${expected}`
  throw new DataError(problem, ['enroll_list'])
}
