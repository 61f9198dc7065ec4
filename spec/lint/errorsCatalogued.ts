import {
  type CataloguedError,
  errorCatalogue,
  errorClasses,
  retries,
} from '../src/errorCatalogue.ts'
import { refusalsOf } from '../src/expandRefusals.ts'
import type { RuleContext } from './ruleContext.ts'

interface Example {
  value?: { errcode?: number }
}

/**
 * The error catalogue and the operations agree: each operation names refusals that are in `x-errcodes`, each
 * entry is named by an operation, and has a class and a retry that the client knows. Examples of refusals
 * are made from the entries, never written.
 */
export function errorsCatalogued(): object {
  return {
    Root: {
      enter(root: Record<string, unknown>, ctx: RuleContext) {
        const problems = errorCatalogue(root).flatMap((entry) => [
          ...notOneOf(entry, 'class', errorClasses),
          ...notOneOf(entry, 'retry', retries),
        ])
        for (const problem of [...problems, ...problemsOfNames(root)]) {
          ctx.report({ message: problem, location: ctx.location.child(['x-errcodes']) })
        }
      },
    },
    Response: {
      Example: {
        enter({ value }: Example, ctx: RuleContext) {
          if (!value?.errcode) return
          ctx.report({
            message: `The example of ${value.errcode} is made from \`x-errcodes\`: name it under the operation's \`x-refusals\`.`,
          })
        },
      },
    },
  }
}

/** What an operation names that is nothing, or the entries that none names. */
function problemsOfNames(root: Record<string, unknown>): string[] {
  try {
    const named = new Set(refusalsOf(root).flatMap(({ names }) => names))
    return errorCatalogue(root)
      .filter(({ name }) => !named.has(name))
      .map(
        ({ errcode, name }) =>
          `No operation is refused with ${errcode}: name \`${name}\` under the \`x-refusals\` of one.`,
      )
  } catch (error) {
    return [(error as Error).message]
  }
}

/** A word that the client would not know. */
function notOneOf(
  entry: CataloguedError,
  keyword: 'class' | 'retry',
  known: readonly string[],
): string[] {
  if (known.includes(entry[keyword])) return []
  const expected = `expected one of ${known.join(', ')}`
  return [`${entry.errcode} has the ${keyword} \`${entry[keyword]}\`; ${expected}.`]
}
