/** Gives what was answered to the same question before, or asks. */
export type Once = <Answer>(question: unknown, ask: () => Promise<Answer>) => Promise<Answer>

/** Remembers answers, also those that are still to come and those that are failures. */
export function askOnce(): Once {
  const answers = new Map<string, Promise<unknown>>()
  return <Answer>(question: unknown, ask: () => Promise<Answer>) => {
    const key = JSON.stringify(question)
    const answer = (answers.get(key) as Promise<Answer> | undefined) ?? ask()
    answers.set(key, answer)
    return answer
  }
}
