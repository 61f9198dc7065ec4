import { toList, toText, toTexts } from '@wecom-meeting/client/host'
import { simplified } from './fields.ts'
import type { OutputFormat } from './output.ts'

/**
 * Gives enrollments of one webinar the form that the user wants, one object each. They may lack any
 * field, and have fields of any type, which stay as they are.
 *
 * @param known Every enrollment that was read, those to present included, so that columns do not vary.
 * @param taken Names of fields that stand beside the enrollment's own.
 */
export function presentEnrollments(
  enrollments: readonly object[],
  { simplify, times, answers, severalAnswers }: Omit<OutputFormat, 'raw'>,
  known: readonly object[] = enrollments,
  taken: readonly string[] = [],
): object[] {
  const toRow = (enrollment: object): Row => {
    const { answer_list: answerList, ...fields } = enrollment as Record<string, unknown>
    return { fields: simplify ? simplifiedEnrollment(fields) : fields, answerList }
  }
  const columns = answers === 'columns' ? columnsFor(known.map(toRow), taken) : undefined
  return enrollments.map(toRow).map(({ fields, answerList }) => {
    if (!columns) return { ...times(fields), answer_list: answerList ?? [] }
    const cells = questionsIn(answerList).map(({ key, content }) => [
      columns.get(key) as string,
      toCell(content, severalAnswers),
    ])
    return { ...times(fields), ...Object.fromEntries(cells) }
  })
}

interface Row {
  fields: object
  answerList: unknown
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
    // Where WeCom sent something other than an enrollment.
    'value',
  ])
}

/** A question of the form, and what was answered. */
interface Question {
  /** Identifies the question among all enrollments of a webinar. */
  key: string
  title: string
  number: string
  /** Position among questions of the same title and number. */
  occurrence: number
  content: unknown
}

function questionsIn(answerList: unknown): Question[] {
  const occurrences = new Map<string, number>()
  return toList<Record<string, unknown>>(answerList).map((fields) => {
    const title = toText(fields.question_title)
    const number = toText(fields.question_num)
    const name = JSON.stringify([title, number])
    const occurrence = (occurrences.get(name) ?? 0) + 1
    occurrences.set(name, occurrence)
    // An entry that is not a question has a `value`.
    const content = toTexts(fields.answer_content).length > 0 ? fields.answer_content : fields.value
    return { key: `${name}${occurrence}`, title, number, occurrence, content }
  })
}

/**
 * Names the column of each question, the same in every item: by its title, and where two questions
 * have one title, or a title is the name of a field, by the title with the question's number. No two
 * columns have one name. Titles that need no addition come first, so that no other column takes their name.
 *
 * @returns Key of the question → name of the column.
 */
function columnsFor(rows: readonly Row[], taken: readonly string[]): Map<string, string> {
  const names = new Set([...taken, ...rows.flatMap(({ fields }) => Object.keys(fields))])
  const questions = rows.flatMap(({ answerList }) => questionsIn(answerList))
  const unique = [...new Map(questions.map((question) => [question.key, question])).values()]
  const columns = new Map<string, string>()
  for (const [title, [first, second]] of Map.groupBy(unique, (question) => question.title)) {
    if (!first || second || title === '' || names.has(title)) continue
    columns.set(first.key, title)
    names.add(title)
  }
  const chooseName = nameChooser(names)
  const rest = unique.filter(({ key }) => !columns.has(key))
  for (const { key, title, number } of rest.sort(compareInForm)) {
    const numbered = title === '' ? `Question ${number}` : `${title} (${number})`
    columns.set(key, chooseName(number === '' ? title || 'Question' : numbered))
  }
  return columns
}

/** Returns the wanted name, with the lowest number from 2 up added where it is taken. */
function nameChooser(taken: Set<string>): (wanted: string) => string {
  const next = new Map<string, number>()
  return (wanted) => {
    let name = wanted
    let count = next.get(wanted) ?? 2
    for (; taken.has(name); count++) name = `${wanted} (${count})`
    next.set(wanted, count)
    taken.add(name)
    return name
  }
}

const byCodeUnits = (a: string, b: string) => Number(a > b) - Number(a < b)

/** The same order whichever enrollment comes first. */
function compareInForm(a: Question, b: Question): number {
  return (
    a.number.length - b.number.length ||
    byCodeUnits(a.number, b.number) ||
    byCodeUnits(a.title, b.title) ||
    a.occurrence - b.occurrence
  )
}

function toCell(content: unknown, several: OutputFormat['severalAnswers']): string | string[] {
  const answers = toTexts(content)
  return several === 'list' && answers.length > 1 ? answers : answers.join(', ')
}
