import { answerColumns, type SeveralAnswers } from './answerColumns.ts'
import { simplified } from './simplified.ts'

/** How enrollments are to look. */
export interface EnrollmentForm {
  /** The fields that nearly every workflow needs, or all of them. */
  simplify: boolean
  /** A column for each question, or the list that WeCom sends. */
  answers: 'columns' | 'list'
  severalAnswers: SeveralAnswers
  /** Writes the times in WeCom's fields as the user wants them. People's answers are left alone. */
  times: <Value>(value: Value) => Value
}

/** What else decides on the names of the columns. */
interface ColumnSurroundings {
  /** Every enrollment that is known, so that the questions' columns are the same for each. */
  known?: readonly object[]
  /** Names that stand beside the enrollment's own fields. */
  taken?: readonly string[]
}

/**
 * Gives enrollments of one webinar the form that the user wants, one object each. They may lack any
 * field, and have fields of any type; what came is given.
 */
export function presentEnrollments(
  enrollments: readonly object[],
  form: EnrollmentForm,
  { known = enrollments, taken = [] }: ColumnSurroundings = {},
): object[] {
  const rows = enrollments.map((enrollment) => rowOf(enrollment, form))
  if (form.answers === 'list') {
    return rows.map(({ fields, answerList }) => ({ ...fields, answer_list: answerList ?? [] }))
  }
  const knownRows = known === enrollments ? rows : known.map((one) => rowOf(one, form))
  const fieldNames = new Set([...taken, ...rows, ...knownRows].flatMap(namesIn))
  const columns = answerColumns(
    [...knownRows, ...rows].map(({ answerList }) => answerList),
    fieldNames,
    form.severalAnswers,
  )
  return rows.map(({ fields, answerList }) => ({ ...fields, ...columns(answerList) }))
}

interface Row {
  fields: object
  answerList: unknown
}

function rowOf(enrollment: object, { simplify, times }: EnrollmentForm): Row {
  const { answer_list: answerList, ...fields } = enrollment as Record<string, unknown>
  return { fields: times(simplify ? simplifiedEnrollment(fields) : fields), answerList }
}

function namesIn(named: string | Row): string[] {
  return typeof named === 'string' ? [named] : Object.keys(named.fields)
}

function simplifiedEnrollment(enrollment: Record<string, unknown>): object {
  return simplified('Enrollment', enrollment, [
    'enroll_id',
    'nick_name',
    'status',
    'enroll_time',
    'enroll_source_type',
    'userid',
    'enroll_code',
    // Where WeCom sent something else than an enrollment.
    'value',
  ])
}
