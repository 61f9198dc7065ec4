import type { Enrollment } from '@wecom-meeting/client/core'

type Answers = NonNullable<Enrollment['answer_list']>

/** How several answers to one question stand in their column. */
export type SeveralAnswers = 'joined' | 'list'

/** One enrollment's answers as columns: question title → answer. */
export type AnswerColumns = (answers: Answers) => Record<string, string | string[]>

/**
 * Decides for all enrollments of one webinar what each question's column is called, so that a
 * question has the same column in every item: its title, and where two questions have one title, or
 * a title is the name of a field, the title with the question's number.
 *
 * @param fieldNames Names that the enrollment's own fields have.
 */
export function answerColumns(
  enrollments: readonly Pick<Enrollment, 'answer_list'>[],
  fieldNames: ReadonlySet<string>,
  severalAnswers: SeveralAnswers,
): AnswerColumns {
  const numbersByTitle = new Map<string, Set<number>>()
  for (const { answer_list } of enrollments) {
    for (const { question_title, question_num } of answer_list ?? []) {
      const numbers = numbersByTitle.get(question_title) ?? new Set()
      numbersByTitle.set(question_title, numbers.add(question_num))
    }
  }

  function columnOf({ question_title, question_num }: Answers[number]): string {
    const isShared = (numbersByTitle.get(question_title)?.size ?? 0) > 1
    return isShared || fieldNames.has(question_title) || question_title === ''
      ? `${question_title} (${question_num})`.trim()
      : question_title
  }

  return (answers) =>
    Object.fromEntries(
      answers.map((answer) => [columnOf(answer), cell(answer.answer_content, severalAnswers)]),
    )
}

function cell(answers: readonly string[], severalAnswers: SeveralAnswers): string | string[] {
  if (answers.length <= 1) return answers[0] ?? ''
  return severalAnswers === 'list' ? [...answers] : answers.join(', ')
}
