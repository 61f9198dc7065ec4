import { errorCatalogue, errorClasses, retries } from '../src/errorCatalogue.ts'
import { refusalsOf } from '../src/expandRefusals.ts'
import type { LintRule, Node } from './ruleContext.ts'

const KNOWN = { class: errorClasses, retry: retries as readonly string[] }

/** Problems with the entries of `x-errcodes`, and what an operation names that is no entry. */
function* catalogueProblems(root: Node): Iterable<string> {
  const entries = errorCatalogue(root)
  for (const entry of entries) {
    for (const [keyword, words] of Object.entries(KNOWN)) {
      const word = entry[keyword as keyof typeof KNOWN]
      if (words.includes(word)) continue
      yield `${entry.errcode} has the ${keyword} \`${word}\`; expected one of ${words.join(', ')}.`
    }
  }
  const named = new Set(refusalsOf(root).flatMap(({ names }) => names))
  for (const { errcode, name } of entries) {
    if (named.has(name)) continue
    yield `No operation is refused with ${errcode}: name \`${name}\` under the \`x-refusals\` of one.`
  }
}

/**
 * The error catalogue and the operations agree: each operation names refusals that are in `x-errcodes`, each
 * entry is named by an operation, and has a class and a retry that the client knows. Examples of refusals
 * are made from the entries, never written.
 */
export const errorsCatalogued: LintRule = {
  *Root(root) {
    for (const problem of catalogueProblems(root)) yield [problem, 'x-errcodes']
  },
  *Response({ content = {} }, { resolve }) {
    const media = Object.values(content as Record<string, { examples?: object }>)
    for (const example of media.flatMap(({ examples = {} }) => Object.values(examples))) {
      const { errcode } = (resolve(example).node?.value ?? {}) as { errcode?: number }
      if (!errcode) continue
      yield [
        `The example of ${errcode} is made from \`x-errcodes\`: name it under the operation's \`x-refusals\`.`,
      ]
    }
  },
}
