import type { PagedList } from '../paging.ts'
import { setId, toList, toTexts, toTitle } from '../readers.ts'
import type { Fields, Schemas } from '../schemas.ts'

/**
 * A question of the enrollment form and the answer to it. `answer_content` is always a list, empty where
 * nothing was answered, and `question_title` always text.
 */
export type EnrollmentAnswer = Schemas['EnrollmentAnswer']

/**
 * Somebody who enrolled in a webinar. What the page contradicts is resolved: `enroll_id` is always
 * text, `answer_list` always a list. `enroll_time` is for `toDate`, which reads each of its formats.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export interface Enrollment extends Omit<Schemas['Enrollment'], 'enroll_id' | 'answer_list'> {
  /** The enrollment's ID; empty where WeCom sent none, or neither text nor a number. Several enrollments may then have the same. */
  enroll_id: string
  /** What they answered; empty where they answered nothing. */
  answer_list: EnrollmentAnswer[]
}

/** One page of enrollments. */
export interface EnrollmentPage {
  /** Whether further pages follow. */
  has_more: boolean
  /** The `cursor` of the next page. */
  next_cursor: string
  /** The enrollments of this page. */
  enroll_list: Enrollment[]
}

/**
 * The enrollments of a webinar: awaited the first page, iterated every enrollment.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export type EnrollmentList = PagedList<EnrollmentPage, Enrollment>

/** Resolves what the page contradicts, in place; see spec/CONTRADICTIONS.md. */
export function resolveEnrollmentPage(fields: Fields<Schemas['EnrollmentPage']>): EnrollmentPage {
  const page = fields as EnrollmentPage
  for (const enrollment of page.enroll_list) {
    setId(enrollment, 'enroll_id')
    enrollment.answer_list = toList(enrollment.answer_list)
    for (const question of enrollment.answer_list) {
      question.question_title = toTitle(question.question_title)
      question.answer_content = toTexts(question.answer_content)
    }
  }
  return page
}
