import { readSpec } from '@wecom-meeting/spec'

type Node = Record<string, never>

/** An example of an operation's answer, from the spec. */
export function answerExample(path: string, name: string): Record<string, unknown> {
  const document = readSpec() as { paths: Record<string, { post: Node }> }
  const operation = document.paths[path]?.post as unknown as {
    responses: {
      200: { content: { 'application/json': { examples: Record<string, { value: never }> } } }
    }
  }
  const example = operation.responses[200].content['application/json'].examples[name]
  if (!example) throw new Error(`The spec has no example ${name} of ${path}.`)
  return example.value
}
