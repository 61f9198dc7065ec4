/**
 * Gives what was answered to the same question before, or asks.
 *
 * @param kind Names what is answered: answers to one question in two forms are two kinds.
 */
export type Once = <Answer>(
  kind: string,
  question: unknown,
  ask: () => Promise<Answer>,
) => Promise<Answer>

/** Remembers answers, also those that are still to come and those that are failures. */
export function askOnce(): Once {
  const answers = new Map<string, Promise<unknown>>()
  return <Answer>(kind: string, question: unknown, ask: () => Promise<Answer>) => {
    const key = JSON.stringify([kind, question])
    const answer = (answers.get(key) as Promise<Answer> | undefined) ?? ask()
    answers.set(key, answer)
    return answer
  }
}
