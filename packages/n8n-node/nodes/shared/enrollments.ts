import { toList, toText, toTexts } from '@wecom-meeting/client/host'
import { completed, copyOf, nameOfCode, omitFields, renameTaken, simplified } from './fields.ts'
import { simplifiedFields } from './generated/responseFields.ts'
import type { OutputFormat } from './output.ts'

/** The webinar that enrollments belong to. */
interface WebinarOfRows {
  meetingid: string
  title: string | null
}

/** Something that happened to an enrollment. */
export interface EnrollmentEvent {
  event: 'created' | 'statusChanged'
  enrollment: object
  /** Missing where the enrollment was read for the first time. */
  previousStatus?: number
}

const { Enrollment: shownFields = [] } = simplifiedFields

/** Questions that WeCom marks as ones for these, by `special_type`: their titles vary from form to form. */
const personalFields = new Map([
  ['2', 'phone'],
  ['3', 'email'],
  ['4', 'name'],
  ['5', 'company'],
])

/** Names that are ours, whatever WeCom calls a field of an enrollment. */
const ownNames = [
  'event',
  'previous_status',
  'previous_status_name',
  'meetingid',
  'title',
  ...personalFields.values(),
]

/** The other names that fields have, with and without Simplify. */
const fieldNames = [
  ...Object.keys(simplified('Enrollment', {})),
  'tmp_openid',
  'answer_list',
  'value',
]

/** What tells the column of a question from a field of that name. */
const ANSWER = ' (answer)'

/** The rows of what happened: the event, then the enrollment in the form that it has in a list. */
export function eventRows(
  events: readonly EnrollmentEvent[],
  webinar: WebinarOfRows,
  format: OutputFormat,
  known: readonly object[],
): object[] {
  const enrollments = events.map(({ enrollment }) => enrollment)
  const rows = enrollmentRows(enrollments, webinar, format, known)
  return events.map(({ event, previousStatus }, index) => ({
    event,
    previous_status: previousStatus ?? null,
    previous_status_name: nameOfCode('Enrollment', 'status', previousStatus) ?? null,
    ...rows[index],
  }))
}

/**
 * Gives enrollments of one webinar the form that the user wants, one object each. They may lack any
 * field, and have fields of any type, which stay as they are.
 *
 * The column of a question has its title for a name, whatever other questions and enrollments there are,
 * so that no mapping breaks where others are read or a question is added. Questions with one title share it.
 *
 * @param known Every enrollment that was read: their questions are columns in each row.
 */
export function enrollmentRows(
  enrollments: readonly object[],
  webinar: WebinarOfRows,
  format: OutputFormat,
  known: readonly object[],
): object[] {
  const { answers, severalAnswers, times } = format
  const columnOf = columnNamer(answers, known)
  const columns = answers === 'list' ? [] : columnsOf(known.flatMap(questionsIn), columnOf)
  return enrollments.map((enrollment) => {
    const fields = { ...webinar, ...times(fieldsOf(enrollment, format)) }
    if (answers === 'none') return fields
    const questions = questionsIn(enrollment)
    const personal = { ...fields, ...personalFieldsIn(questions) }
    const { answer_list: list } = enrollment as { answer_list?: unknown }
    if (answers === 'list')
      return { ...personal, answer_list: copyOf(list ?? [], 'EnrollmentAnswer') }
    const byColumn = Map.groupBy(questions, columnOf)
    const cells = columns.map((name) => [name, toCell(byColumn.get(name) ?? [], severalAnswers)])
    return { ...personal, ...Object.fromEntries(cells) }
  })
}

function fieldsOf(enrollment: object, { simplify }: OutputFormat): object {
  const fields = omitFields(['answer_list'], enrollment)
  if (!simplify) {
    const all = completed([...shownFields, 'tmp_openid'], fields)
    return renameTaken(ownNames, copyOf(all, 'Enrollment'))
  }
  // Where WeCom sent something other than an enrollment.
  const odd = Object.hasOwn(fields, 'value') ? { value: fields.value } : {}
  return { ...simplified('Enrollment', fields), ...odd }
}

/** A question of the form, and what was answered. */
export interface Question {
  title: string
  number: string
  /** Whether it may have several answers. */
  isMultiple: boolean
  specialType: string
  answers: string[]
}

export function questionsIn(enrollment: object): Question[] {
  const { answer_list: answerList } = enrollment as { answer_list?: unknown }
  return toList<Record<string, unknown>>(answerList).map((fields) => {
    const answers = toTexts(fields.answer_content)
    return {
      title: toText(fields.question_title),
      number: toText(fields.question_num),
      isMultiple: toText(fields.question_type) === '2',
      specialType: toText(fields.special_type),
      // An entry that is not a question has a `value`.
      answers: answers.length > 0 ? answers : toTexts(fields.value),
    }
  })
}

function columnNamer(
  answers: OutputFormat['answers'],
  known: readonly object[],
): (question: Question) => string {
  const reserved = new Set([...ownNames, ...fieldNames, ...known.flatMap(Object.keys)])
  return (question) => {
    const name = nameOf(question, answers === 'numbered')
    // A title can be written like the name that another one gets.
    let plain = name
    while (plain.endsWith(ANSWER)) plain = plain.slice(0, -ANSWER.length)
    return reserved.has(plain) ? name + ANSWER : name
  }
}

/** What a question is called. */
export function nameOf({ title, number }: Question, isNumbered: boolean): string {
  if (title === '') return number === '' ? 'Question' : `Question ${number}`
  return isNumbered && number !== '' ? `${title} (${number})` : title
}

/** Text that sorts questions as the form does, by their numbers. */
export function placeOf({ number }: Question): string {
  return [String(number.length).padStart(9, '0'), number, ''].join('\0')
}

/** The names of the questions' columns, each once, in the order of the form. */
function columnsOf(
  questions: readonly Question[],
  columnOf: (question: Question) => string,
): string[] {
  const byPlace = new Map(
    questions.map((question) => {
      const name = columnOf(question)
      return [placeOf(question) + name, name]
    }),
  )
  return [...new Set([...byPlace.keys()].sort().map((place) => byPlace.get(place) as string))]
}

function personalFieldsIn(questions: readonly Question[]): object {
  const fields = Array.from(personalFields, ([type, name]) => {
    const answered = questions.find(
      ({ specialType, answers }) => specialType === type && answers.length > 0,
    )
    return [name, answered?.answers.join(' ') ?? null]
  })
  return Object.fromEntries(fields)
}

/** The answers to the questions of one column; null for none. */
function toCell(
  questions: readonly Question[],
  several: OutputFormat['severalAnswers'],
): string | string[] | null {
  const answers = questions.flatMap((question) => question.answers)
  const isList = answers.length > 1 || questions.some(({ isMultiple }) => isMultiple)
  if (isList && several === 'list') return answers
  if (answers.length === 0) return null
  return isList ? answers.map(quoted).join('; ') : (answers[0] ?? null)
}

/** In quotation marks, as in CSV, where it could be taken for several answers. */
function quoted(answer: string): string {
  return /[;"]/.test(answer) ? `"${answer.replaceAll('"', '""')}"` : answer
}
