import { toList, toText, toTexts } from '@wecom-meeting/client/host'

/** How several answers to one question stand in their column. */
export type SeveralAnswers = 'joined' | 'list'

/** One enrollment's `answer_list` as columns: question → answer. */
export type AnswerColumns = (answerList: unknown) => Record<string, string | string[]>

/** A question of the form; two with one title and one number are told apart by their order. */
interface Question {
  title: string
  number: string
  occurrence: number
}

/**
 * Decides for all enrollments of one webinar what each question's column is called, so that a
 * question has the same column in every item: its title, and where two questions have one title, or
 * a title is the name of a field, the title with the question's number. No two columns have one name.
 *
 * @param answerLists The `answer_list` of every enrollment.
 * @param fieldNames Names that the enrollment's own fields have.
 */
export function answerColumns(
  answerLists: readonly unknown[],
  fieldNames: ReadonlySet<string>,
  severalAnswers: SeveralAnswers,
): AnswerColumns {
  const questions = new Map<string, Question>()
  for (const list of answerLists) {
    for (const { key, question } of answered(list)) questions.set(key, question)
  }
  const columns = columnNames(questions, fieldNames)
  return (answerList) =>
    Object.fromEntries(
      answered(answerList).map(({ key, content }) => [
        columns.get(key) as string,
        cell(content, severalAnswers),
      ]),
    )
}

/** The questions in an `answer_list`, each with what was answered. */
function answered(answerList: unknown): { key: string; question: Question; content: unknown }[] {
  const occurrences = new Map<string, number>()
  return toList<Record<string, unknown>>(answerList).map((fields) => {
    const title = toText(fields.question_title)
    const number = toText(fields.question_num)
    const asked = JSON.stringify([title, number])
    const occurrence = (occurrences.get(asked) ?? 0) + 1
    occurrences.set(asked, occurrence)
    return {
      key: `${asked}${occurrence}`,
      question: { title, number, occurrence },
      // What is no question at all comes as a `value`.
      content: toTexts(fields.answer_content).length > 0 ? fields.answer_content : fields.value,
    }
  })
}

/** Titles that need nothing added are given first, so that no other column takes their name. */
function columnNames(
  questions: ReadonlyMap<string, Question>,
  fieldNames: ReadonlySet<string>,
): Map<string, string> {
  const taken = new Set(fieldNames)
  const columns = new Map<string, string>()
  const byTitle = Map.groupBy(questions, ([, { title }]) => title)
  for (const [title, [[key] = [''], ...others]] of byTitle) {
    if (title === '' || others.length > 0 || taken.has(title)) continue
    columns.set(key, title)
    taken.add(title)
  }
  const freeName = freeNames(taken)
  const rest = [...questions].filter(([key]) => !columns.has(key))
  for (const [key, { title, number }] of rest.sort(([, a], [, b]) => inFormOrder(a, b))) {
    const numbered = title === '' ? `Question ${number}` : `${title} (${number})`
    columns.set(key, freeName(number === '' ? title || 'Question' : numbered))
  }
  return columns
}

/** Gives the wanted name, or that name with the lowest number from 2 up that makes it a new one. */
function freeNames(taken: Set<string>): (wanted: string) => string {
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

/** The same whichever enrollment comes first. */
function inFormOrder(a: Question, b: Question): number {
  return (
    a.number.length - b.number.length ||
    inCodeUnits(a.number, b.number) ||
    inCodeUnits(a.title, b.title) ||
    a.occurrence - b.occurrence
  )
}

function inCodeUnits(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}

function cell(content: unknown, severalAnswers: SeveralAnswers): string | string[] {
  const answers = toTexts(content)
  return severalAnswers === 'list' && answers.length > 1 ? answers : answers.join(', ')
}
