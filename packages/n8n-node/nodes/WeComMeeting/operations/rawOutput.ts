import { type PagedList, toList } from '@wecom-meeting/client/host'
import type { Endpoint } from '../endpoint.ts'
import type { OperationCall } from './operation.ts'

/**
 * Exactly what WeCom answered; ids beyond 2^53 as text, so that no digit gets lost. The text is asked
 * for once a run and read anew for each item, so that no two items share an object.
 *
 * @throws WeComApiError if that is a refusal.
 */
export async function rawAnswer(
  { wecom, options, once }: Pick<OperationCall, 'wecom' | 'options' | 'once'>,
  { path }: Pick<Endpoint<never>, 'path'>,
  request: object,
): Promise<Record<string, unknown>> {
  const text = await once('raw', [path, request], async () => {
    const { response } = await wecom.request(path, request, options).withResponse()
    return response.text()
  })
  return JSON.parse(text)
}

/**
 * The first `limit` items of a paged endpoint, all of them where it is undefined, each exactly as
 * WeCom answered it. The items of each page are asked for once a run, and read anew for each item.
 *
 * @param listField The field of an answer that holds its items.
 * @throws WeComApiError if a page is refused; ResponseFormatError if further pages follow but a cursor
 *   comes a second time, or none.
 */
export async function rawItems(
  { once }: Pick<OperationCall, 'once'>,
  list: PagedList<never, unknown>,
  listField: string,
  request: object,
  limit: number | undefined,
): Promise<object[]> {
  const texts = await once('raw', [request, limit], async () => {
    const pages: string[] = []
    for await (const { response } of list.pagesWithResponse({ limit })) {
      pages.push(await response.text())
    }
    return pages
  })
  return texts.flatMap((text) => itemsIn(text, listField)).slice(0, limit)
}

function itemsIn(text: string, listField: string): object[] {
  return toList((JSON.parse(text) as Record<string, unknown>)[listField])
}
