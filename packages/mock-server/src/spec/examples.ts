import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types'
import { isJsonObject, type JsonObject } from '../json.ts'

/** Named examples of the response with HTTP status 200, as the spec gives them. */
export function responseExamples(resource: IHttpOperation): Map<string, unknown> {
  const ok = resource.responses.find(({ code }) => code === '200')
  return examplesByName(ok?.contents)
}

/** Named examples of the request body. */
export function requestExamples(resource: IHttpOperation): Map<string, unknown> {
  return examplesByName(resource.request?.body?.contents)
}

const names = ['meetingid', 'meeting_code', 'sub_meetingid', 'userid']

/** Whether the body names the meeting or the member that a request of the operation's own examples does. */
export function isOwnRequest(resource: IHttpOperation, body: JsonObject): boolean {
  const namesOfBody = names.filter((name) => name in body)
  const examples = [...requestExamples(resource).values()].filter(isJsonObject)
  return examples.some((example) => namesOfBody.every((name) => example[name] === body[name]))
}

function examplesByName(contents: IMediaTypeContent[] = []): Map<string, unknown> {
  const examples = contents.flatMap((content) => content.examples ?? [])
  return new Map(
    examples.flatMap((example) => ('value' in example ? [[example.key, example.value]] : [])),
  )
}
