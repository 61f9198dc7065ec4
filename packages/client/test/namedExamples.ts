import { readSpec } from '@wecom-meeting/spec'

/** A named example of an operation's answer. */
export interface NamedExample {
  operation: string
  path: string
  name: string
  value: Record<string, unknown>
}

type Node = Record<string, unknown>

/** Every named example of every answer in the spec. */
export function namedExamples(): NamedExample[] {
  const document = readSpec() as {
    paths: Record<string, Record<string, Node>>
    components: { examples: Record<string, Node> }
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap((operation) =>
      Object.entries(answerExamples(operation)).map(([name, example]) => {
        const target = example.$ref ? document.components.examples[name] : example
        const value = target?.value as Record<string, unknown>
        return { operation: String(operation.operationId), path, name, value }
      }),
    ),
  )
}

function answerExamples(operation: Node): Record<string, Node> {
  const { responses } = operation as {
    responses: { 200: { content: { 'application/json': { examples: Record<string, Node> } } } }
  }
  return responses[200].content['application/json'].examples
}
