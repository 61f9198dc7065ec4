import {
  apiErrorFor,
  english,
  listOf,
  PagedList,
  parseAnswer,
  redact,
  textOf,
} from '@wecom-meeting/client/core'
import type { Endpoint } from '../endpoint.ts'
import type { OperationCall } from './operation.ts'

type RawEndpoint = Pick<Endpoint<never>, 'operationId' | 'path'>
type RawCall = Pick<OperationCall, 'wecom' | 'options' | 'once' | 'sentTokens'>

/**
 * Exactly what WeCom answered; ids beyond 2^53 as text, so that no digit gets lost. The text is asked
 * for once a run and read anew for each item, so that no two items share an object.
 *
 * @throws WeComApiError if that is a refusal.
 */
export async function rawAnswer(
  { wecom, options, once, sentTokens }: RawCall,
  { operationId, path }: RawEndpoint,
  request: object,
): Promise<Record<string, unknown>> {
  const init = { body: request, parseAs: 'text', ...options } as never
  const { data } = await once('raw', [path, request], () => wecom.raw.POST(path, init))
  const { body } = parseAnswer(operationId, data as unknown as string)
  const errmsg = [...sentTokens].reduce(redact, textOf(body.errmsg))
  const refusal = apiErrorFor(english, operationId, { body: { ...body, errmsg }, secret: '' })
  if (refusal) throw refusal
  return body as Record<string, unknown>
}

/**
 * The first `limit` items of a paged endpoint, all of them where it is undefined, each exactly as
 * WeCom answered it. What follows a page, and what is wrong with it, is decided by the client.
 *
 * @param listField The field of an answer that holds its items.
 * @throws WeComApiError if a page is refused; ResponseFormatError if further pages follow but a cursor
 *   comes a second time, or none.
 */
export async function rawItems(
  call: RawCall,
  endpoint: RawEndpoint,
  listField: string,
  request: object,
  limit: number | undefined,
): Promise<object[]> {
  async function pageAt(cursor: string, options: RawCall['options'] = {}) {
    const asked = cursor === '' ? request : { ...request, cursor }
    const answer = await rawAnswer({ ...call, options }, endpoint, asked)
    const { has_more, next_cursor } = answer
    return { has_more: has_more as boolean, next_cursor: textOf(next_cursor), answer }
  }
  type Page = Awaited<ReturnType<typeof pageAt>>
  const list = new PagedList<Page, object>(
    endpoint.operationId,
    undefined,
    call.options,
    pageAt as never,
    ({ answer }) => listOf(answer[listField]),
  )
  return list.toArray(limit === undefined ? {} : { limit })
}
