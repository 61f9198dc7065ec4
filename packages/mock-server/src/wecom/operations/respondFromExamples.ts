import type { IHttpOperation } from '@stoplight/types'
import type { Data } from '../../data/Data.ts'
import { isJsonObject, type JsonObject } from '../../json.ts'
import { requestExamples, responseExamples } from '../../spec/examples.ts'
import { errcodes, Refusal } from '../Refusal.ts'
import { findMeeting, findWebinar, isAboutWebinars } from './find.ts'

/**
 * What an operation responds that has no behaviour of its own: its first example, the same for every
 * meeting. A meeting or webinar that is not there is refused, where a refusal with that errcode is among
 * the operation's examples.
 */
export function respondFromExamples(
  resource: IHttpOperation,
  body: JsonObject,
  data: Data,
): JsonObject | Refusal {
  const examples = [...responseExamples(resource).values()].filter(isJsonObject)
  const found = isAboutWebinars(resource) ? findWebinar(data, body) : findMeeting(data, body)
  const isRefused =
    found instanceof Refusal &&
    examples.some(({ errcode }) => errcode === found.errcode) &&
    !isOwnRequest(resource, body)
  if (isRefused) return found
  return (
    examples[0] ?? new Refusal(errcodes.systemBusy, `the spec has no example for ${resource.iid}`)
  )
}

const names = ['meetingid', 'meeting_code', 'sub_meetingid']

/** Whether the body names what a request of the operation's own examples does. */
function isOwnRequest(resource: IHttpOperation, body: JsonObject): boolean {
  const namesOfBody = names.filter((name) => name in body)
  const examples = [...requestExamples(resource).values()].filter(isJsonObject)
  return examples.some((example) => namesOfBody.every((name) => example[name] === body[name]))
}
