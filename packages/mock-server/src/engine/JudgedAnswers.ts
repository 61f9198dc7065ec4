import type { JsonObject } from '../json.ts'
import type { Operation } from '../spec/operations.ts'
import { type AnswerProblem, judgeAnswer } from './judgeAnswer.ts'

/** An answer as it is sent, and what the spec finds wrong with it. */
export interface JudgedAnswer {
  text: string
  problems: AnswerProblem[]
}

/** So many characters of texts without problems are remembered, per operation. */
const maxRememberedText = 2 * 1024 * 1024

/**
 * Judges every answer of one operation, but none twice: the same object that can't change, and the
 * same text, get the verdict that they got before.
 */
export class JudgedAnswers {
  readonly #operation: Operation
  readonly #byObject = new WeakMap<JsonObject, JudgedAnswer>()
  readonly #rightTexts = new Set<string>()
  #rememberedText = 0

  constructor(operation: Operation) {
    this.#operation = operation
  }

  judge(answer: JsonObject): JudgedAnswer {
    const known = this.#byObject.get(answer)
    if (known) return known
    const text = JSON.stringify(answer)
    const judged = { text, problems: this.#rightTexts.has(text) ? [] : this.#judge(answer, text) }
    // What the store keeps is frozen all the way down (frozenCopy), and only that.
    if (Object.isFrozen(answer)) this.#byObject.set(answer, judged)
    return judged
  }

  #judge(answer: JsonObject, text: string): AnswerProblem[] {
    const problems = judgeAnswer(this.#operation, answer)
    // A refusal's errmsg is never the same again.
    if (problems.length === 0 && !answer.errcode) this.#remember(text)
    return problems
  }

  #remember(text: string): void {
    this.#rightTexts.add(text)
    this.#rememberedText += text.length
    for (const oldest of this.#rightTexts) {
      if (this.#rememberedText <= maxRememberedText) return
      this.#rightTexts.delete(oldest)
      this.#rememberedText -= oldest.length
    }
  }
}
