import type { Enrollment } from '@wecom-meeting/client/core'
import { answerColumns, type SeveralAnswers } from './answerColumns.ts'
import { simplified } from './simplified.ts'

/** How enrollments are to look. */
export interface EnrollmentForm {
  /** The fields that nearly every workflow needs, or all of them. */
  simplify: boolean
  /** A column for each question, or the list that WeCom sends. */
  answers: 'columns' | 'list'
  severalAnswers: SeveralAnswers
}

/** What else decides on the names of the columns. */
interface ColumnSurroundings {
  /** Every enrollment that is known, so that the questions' columns are the same for each. */
  known?: readonly Pick<Enrollment, 'answer_list'>[]
  /** Names that stand beside the enrollment's own fields. */
  taken?: readonly string[]
}

/** Gives enrollments of one webinar the form that the user wants. */
export function presentEnrollments(
  enrollments: readonly Enrollment[],
  { simplify, answers, severalAnswers }: EnrollmentForm,
  { known = enrollments, taken = [] }: ColumnSurroundings = {},
): object[] {
  const rows = enrollments.map(({ answer_list, ...enrollment }) => ({
    fields: simplify ? simplifiedEnrollment(enrollment) : enrollment,
    answer_list: answer_list ?? [],
  }))
  if (answers === 'list') return rows.map(({ fields, answer_list }) => ({ ...fields, answer_list }))
  const fieldNames = new Set(taken)
  for (const { fields } of rows) {
    for (const name of Object.keys(fields)) fieldNames.add(name)
  }
  const columns = answerColumns(known, fieldNames, severalAnswers)
  return rows.map(({ fields, answer_list }) => ({ ...fields, ...columns(answer_list) }))
}

function simplifiedEnrollment(enrollment: Omit<Enrollment, 'answer_list'>): object {
  return simplified('Enrollment', enrollment, [
    'enroll_id',
    'nick_name',
    'status',
    'enroll_time',
    'enroll_source_type',
    'userid',
    'enroll_code',
  ])
}
