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
  const fieldsOf = simplify ? simplifiedEnrollment : withoutAnswers
  if (answers === 'list') {
    return enrollments.map((one) => ({ ...fieldsOf(one), answer_list: one.answer_list ?? [] }))
  }
  const fieldNames = new Set(taken)
  const rows = enrollments.map((one) => {
    const fields = fieldsOf(one)
    for (const name of Object.keys(fields)) fieldNames.add(name)
    return fields
  })
  const columns = answerColumns(known, fieldNames, severalAnswers)
  return rows.map((fields, row) => ({
    ...fields,
    ...columns(enrollments[row]?.answer_list ?? []),
  }))
}

function withoutAnswers({ answer_list: _, ...fields }: Enrollment): object {
  return fields
}

function simplifiedEnrollment(enrollment: Enrollment): object {
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
