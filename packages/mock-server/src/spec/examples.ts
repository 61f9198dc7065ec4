import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types'

/** Named examples of the response with HTTP status 200, as the spec gives them. */
export function responseExamples(resource: IHttpOperation): Map<string, unknown> {
  const ok = resource.responses.find(({ code }) => code === '200')
  return examplesByName(ok?.contents)
}

/** Named examples of the request body. */
export function requestExamples(resource: IHttpOperation): Map<string, unknown> {
  return examplesByName(resource.request?.body?.contents)
}

function examplesByName(contents: IMediaTypeContent[] = []): Map<string, unknown> {
  const examples = contents.flatMap((content) => content.examples ?? [])
  return new Map(
    examples.flatMap((example) => ('value' in example ? [[example.key, example.value]] : [])),
  )
}
