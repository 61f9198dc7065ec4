import type { IHttpOperation } from '@stoplight/types'
import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { answerExamples, requestExamples } from '../spec/examples.ts'
import { isAboutWebinars } from '../spec/isAboutWebinars.ts'
import type { Store } from '../state/Store.ts'
import { findMeeting } from './findMeeting.ts'
import { findWebinar } from './findWebinar.ts'

/**
 * What an operation answers that has no behaviour of its own: its first example, the same for every
 * meeting. A meeting or webinar that is not there is refused, where a refusal with that errcode is among
 * the operation's examples.
 */
export function answerFromExamples(
  resource: IHttpOperation,
  body: JsonObject,
  store: Store,
): JsonObject | Refusal {
  const examples = [...answerExamples(resource).values()].filter(isJsonObject)
  const find = isAboutWebinars(resource) ? findWebinar : findMeeting
  const found = find(store, body)
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
