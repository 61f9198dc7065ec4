import { ResponseFormatError } from '@wecom-meeting/client/core'
import type { OperationCall } from './operation.ts'
import { rawAnswer } from './rawAnswer.ts'

/**
 * The first `limit` items of a paged endpoint, each exactly as WeCom answered it.
 *
 * @param listField The field of an answer that holds its items.
 * @throws WeComApiError if a page is refused; ResponseFormatError if a cursor comes a second time, as
 *   the pages would never end.
 */
export async function rawItems(
  call: OperationCall,
  endpoint: Parameters<typeof rawAnswer>[1],
  listField: string,
  request: object,
  limit: number,
): Promise<object[]> {
  const found: object[] = []
  const cursors = new Set<string>()
  let body = request
  for (;;) {
    const page = (await rawAnswer(call, endpoint, body)) as Record<string, unknown>
    found.push(...((page[listField] ?? []) as object[]))
    const { has_more = true, next_cursor } = page
    if (!has_more || !next_cursor || found.length >= limit) return found.slice(0, limit)

    const cursor = String(next_cursor)
    if (cursors.has(cursor)) {
      const { operationId: operation } = endpoint
      const message = `${operation} was answered with no new cursor.`
      throw new ResponseFormatError(message, { operation })
    }
    cursors.add(cursor)
    body = { ...request, cursor }
  }
}
