import type { components } from '../generated/openapi.ts'
import { listOf } from './listOf.ts'

type Schemas = components['schemas']

/** A question of the enrollment form and the answer to it. */
export type EnrollmentAnswer = Schemas['EnrollmentAnswer']

/**
 * Somebody who enrolled in a webinar. What the page contradicts is resolved: `enroll_id` is always
 * text, `answer_list` always a list.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export interface Enrollment extends Omit<Schemas['Enrollment'], 'enroll_id' | 'answer_list'> {
  /** The enrollment's ID. */
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

/** Resolves what the page contradicts, in place; see spec/CONTRADICTIONS.md. */
export function resolveEnrollmentPage(
  answer: Omit<Schemas['EnrollmentPage'], 'errcode' | 'errmsg'>,
): EnrollmentPage {
  // Text whatever comes: only texts can be told to be the same.
  answer.next_cursor = String(answer.next_cursor ?? '')
  answer.enroll_list = listOf(answer.enroll_list)
  for (const enrollment of answer.enroll_list) {
    enrollment.enroll_id = String(enrollment.enroll_id)
    enrollment.answer_list = listOf(enrollment.answer_list)
  }
  return answer as EnrollmentPage
}
