import type { IHttpOperation } from '@stoplight/types'
import type { Pagination } from '@wecom-meeting/spec'
import { isJsonObject, type JsonObject } from '../../json.ts'
import { isOwnRequest, responseExamples } from '../../spec/examples.ts'
import { errcodes, Refusal } from '../Refusal.ts'
import { findMeeting, findWebinar, isAboutWebinars } from './find.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/**
 * What an operation responds that has no behaviour of its own: its first example, the same for every
 * meeting; a list in pages ends after it. A meeting or webinar that is not there is refused, where a refusal
 * with that errcode is among the operation's examples.
 */
export const respondFromExamples: OperationBehaviour['respond'] = (
  { resource, body },
  { data },
) => {
  const example = firstExample(resource)
  const found = isAboutWebinars(resource) ? findWebinar(data, body) : findMeeting(data, body)
  const isRefused =
    found instanceof Refusal &&
    [...responseExamples(resource).values()].some(
      (one) => isJsonObject(one) && one.errcode === found.errcode,
    ) &&
    !isOwnRequest(resource, body)
  if (isRefused) return found
  const { 'x-pagination': paging } = (resource.extensions ?? {}) as { 'x-pagination'?: Pagination }
  if (!paging || example instanceof Refusal) return example
  const { items, cursor, next, end, more } = paging
  if (!body[cursor] || body[cursor] !== example[next]) return example
  return { ...example, [items]: [], [next]: end, ...(more && { [more]: false }) }
}

/** The operation's first example. */
export function firstExample(resource: IHttpOperation): JsonObject | Refusal {
  const example = [...responseExamples(resource).values()].find(isJsonObject)
  const detail = `the spec has no example for ${resource.iid}`
  return example ?? new Refusal(errcodes.systemBusy, detail)
}
