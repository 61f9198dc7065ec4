import { operationsOf, readSpec } from '@wecom-meeting/spec'

/** A named example of an operation's response. */
export interface NamedExample {
  operation: string
  path: string
  name: string
  value: Record<string, unknown>
}

/** Every named example of every response in the spec. */
export function namedExamples(): NamedExample[] {
  return operationsOf(readSpec()).flatMap(({ operationId, path, responseExamples }) =>
    Object.entries(responseExamples).map(([name, value]) => ({
      operation: operationId,
      path,
      name,
      value: value as Record<string, unknown>,
    })),
  )
}
