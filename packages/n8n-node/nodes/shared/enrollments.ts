import { toList, toText, toTexts } from '@wecom-meeting/client/host'
import { copyOf, simplified } from './fields.ts'
import type { OutputFormat } from './output.ts'

/**
 * Gives enrollments of one webinar the form that the user wants, one object each. They may lack any
 * field, and have fields of any type, which stay as they are.
 *
 * @param known Every enrollment that was read, those to present included, so that columns do not vary.
 * @param taken Names of fields that stand beside the enrollment's own: a field of the enrollment that has
 *   one of them gets a number, such as `event (2)`.
 */
export function presentEnrollments(
  enrollments: readonly object[],
  { simplify, times, answers, severalAnswers }: Omit<OutputFormat, 'raw'>,
  known: readonly object[] = enrollments,
  taken: readonly string[] = [],
): object[] {
  const toRow = (enrollment: object): Row => {
    const { answer_list: answerList, ...fields } = enrollment as Record<string, unknown>
    const shown = simplify ? simplifiedEnrollment(fields) : fields
    return { fields: withoutNames(taken, shown), answerList }
  }
  const columns = answers === 'columns' ? columnsFor(known.map(toRow), taken) : undefined
  return enrollments.map(toRow).map(({ fields, answerList }) => {
    if (!columns) return { ...times(fields), answer_list: copyOf(answerList ?? []) }
    const cells = questionsIn(answerList).map(({ key, content }) => [
      columns.get(key) as string,
      toCell(content, severalAnswers),
    ])
    return { ...times(fields), ...Object.fromEntries(cells) }
  })
}

/** The fields, with a number added to names that are taken. */
function withoutNames(taken: readonly string[], fields: object): object {
  if (!taken.some((name) => Object.hasOwn(fields, name))) return fields
  const chooseName = nameChooser(new Set([...taken, ...Object.keys(fields)]))
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      taken.includes(name) ? chooseName(name) : name,
      field,
    ]),
  )
}

type Row = { fields: object; answerList: unknown }

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

/** A question of the form, its place among those of the same title and number, and what was answered. */
type Question = { key: string; title: string; number: string; occurrence: number; content: unknown }

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
  const fieldNames = new Set([...taken, ...rows.flatMap(({ fields }) => Object.keys(fields))])
  const all = rows.flatMap(({ answerList }) => questionsIn(answerList))
  const questions = [...new Map(all.map((question) => [question.key, question])).values()]
  const byTitle = Map.groupBy(questions, ({ title }) => title)
  const isPlain = ({ title }: Question) =>
    title !== '' && byTitle.get(title)?.length === 1 && !fieldNames.has(title)
  const wanted = (question: Question) => {
    const { title, number } = question
    if (isPlain(question) || number === '') return title || 'Question'
    return title === '' ? `Question ${number}` : `${title} (${number})`
  }
  const chooseName = nameChooser(new Set(fieldNames))
  // The same order whichever enrollment comes first.
  const position = (question: Question) => {
    const { number, title, occurrence } = question
    return [!isPlain(question), pad(number.length), number, title, pad(occurrence)].join('\0')
  }
  const inOrder = questions
    .map((question) => ({ question, at: position(question) }))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at))
  return new Map(inOrder.map(({ question }) => [question.key, chooseName(wanted(question))]))
}

function pad(count: number): string {
  return String(count).padStart(9, '0')
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

function toCell(content: unknown, several: OutputFormat['severalAnswers']): string | string[] {
  const answers = toTexts(content)
  return several === 'list' && answers.length > 1 ? [...answers] : answers.join(', ')
}
