import {
  type CataloguedError,
  errorCatalogue,
  errorClasses,
  retries,
} from '../src/errorCatalogue.ts'
import type { RuleContext } from './ruleContext.ts'

interface Example {
  $ref?: string
  value?: { errcode?: number; errmsg?: string }
}

/**
 * The error catalogue and the examples agree: each example of a refusal has the name, the errcode
 * and the errmsg of an entry of `x-errcodes`, and each entry has an example or says why it is unmet,
 * and a class and a retry that the client knows.
 */
export function errorsCatalogued(): object {
  let catalogue: readonly CataloguedError[] = []
  const shown = new Set<number>()
  return {
    Root: {
      enter(root: Record<string, unknown>) {
        catalogue = errorCatalogue(root)
      },
      leave(_root: unknown, ctx: RuleContext) {
        for (const problem of catalogue.flatMap((entry) => problemsWith(entry, shown))) {
          ctx.report({ message: problem, location: ctx.location.child(['x-errcodes']) })
        }
      },
    },
    Response: {
      ExamplesMap: {
        enter(examples: Record<string, Example>, ctx: RuleContext) {
          for (const [name, example] of Object.entries(examples)) {
            const value = ((ctx.resolve(example).node ?? example) as Example).value
            if (!value?.errcode) continue
            shown.add(value.errcode)
            const problem = mismatch(name, value, catalogue)
            if (problem) ctx.report({ message: problem, location: ctx.location.child([name]) })
          }
        },
      },
    },
  }
}

function problemsWith(entry: CataloguedError, shown: ReadonlySet<number>): string[] {
  return [
    ...notOneOf(entry, 'class', errorClasses),
    ...notOneOf(entry, 'retry', retries),
    ...wronglyShown(entry, shown),
  ]
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

function wronglyShown(entry: CataloguedError, shown: ReadonlySet<number>): string[] {
  if (shown.has(entry.errcode) === (entry.unmet === undefined)) return []
  return entry.unmet === undefined
    ? [
        `No operation has an example of ${entry.errcode} (\`${entry.name}\`); add one, or say under \`unmet\` why not.`,
      ]
    : [`${entry.errcode} (\`${entry.name}\`) has an example, so its \`unmet\` is wrong.`]
}

function mismatch(
  name: string,
  { errcode, errmsg = '' }: { errcode?: number; errmsg?: string },
  catalogue: readonly CataloguedError[],
): string | undefined {
  const entry = catalogue.find((candidate) => candidate.errcode === errcode)
  if (!entry) return `The example's errcode ${errcode} is not in \`x-errcodes\`: add it there.`
  if (entry.name !== name) return `The example of ${errcode} must be called \`${entry.name}\`.`
  const expected = `${entry.errmsg}, hint: [`
  if (!errmsg.startsWith(expected)) return `The example's errmsg must start with "${expected}".`
  return undefined
}
