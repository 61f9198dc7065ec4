import { type Operation, operationsOf } from '../src/operations.ts'

/** What Redocly hands to a rule's visitor; only the parts that the rules here use. */
export interface RuleContext {
  report(problem: { message: string; location?: Location }): void
  resolve(node: unknown): { node?: Record<string, unknown> }
  location: Location
}

/** A place in the document, for the report. */
interface Location {
  /** Such as `#/components/schemas/Meeting`. */
  pointer: string
  /** The file that it is in. */
  source: { body: string }
  child(path: readonly (string | number)[]): Location
}

/** What is wrong, and where below the node. */
export type Problem = readonly [message: string, ...path: (string | number)[]]

/** A node of the document, as it was parsed. */
// biome-ignore lint/suspicious/noExplicitAny: nothing is known of a document that may be wrong
export type Node = Record<string, any>

/** Finds what is wrong with a node. */
export type Check = (
  node: Node,
  context: RuleContext & { type: { name: string } },
) => Iterable<Problem>

/** A rule: checks by the type of node, as Redocly calls it; `any` is every type. */
export type LintRule = Record<string, Check>

/** A rule as Redocly takes it. What the readers of the document throw is a problem too, not the end of the lint. */
export function visitorsOf(checks: LintRule): () => object {
  const visitors = Object.entries(checks).map(([type, check]) => {
    const enter = (node: Node, context: Parameters<Check>[1]) => {
      if (typeof node !== 'object' || node === null) return
      const report = (message: string, ...path: (string | number)[]) =>
        context.report({ message, location: context.location.child(path) })
      try {
        for (const problem of check(node, context)) report(...problem)
      } catch (error) {
        report(`${(error as Error).message} Nothing further was checked here.`)
      }
    }
    return [type, { enter }]
  })
  return () => Object.fromEntries(visitors)
}

/** Checks each operation of the document; a problem is told where it is, with its name. */
export function forOperations(
  check: (operation: Operation, root: Node) => Iterable<string>,
): Check {
  return function* (root) {
    for (const operation of operationsOf(root)) {
      const { operationId, path, method } = operation
      for (const problem of check(operation, root)) {
        yield [`${operationId}: ${problem}.`, 'paths', path, method.toLowerCase()]
      }
    }
  }
}
