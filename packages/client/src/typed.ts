import { type Complete, findOperation } from './calls.ts'
import { createFormatError } from './errors.ts'
import { type CallOptions, checkOptions, type Rule } from './options.ts'
import { createPagedList, resolvePage } from './paging.ts'
import { toText, toTexts } from './readers.ts'
import { type Completed, toCall } from './response.ts'
import type { Batch, SendTyped } from './schemas.ts'

/** None that is no ID may be dropped without a word: it would count as handled. */
const IDS_TO_SEND: Rule = [
  (ids) =>
    [ids]
      .flat()
      .every((id) => (typeof id === 'string' && /\S/.test(id)) || Number.isSafeInteger(id)),
  'a list of IDs, none of them empty',
]

/** Creates what the methods made from the spec send with. */
export function createTyped(complete: Complete): SendTyped {
  /** Sends a list in parts, one after the other, and adds up how many of it were handled. */
  async function completeBatches<Data>(
    path: string,
    body: object,
    { items, handled, most }: Batch,
    options: CallOptions = {},
  ): Promise<Completed<Data>> {
    checkOptions(options)
    checkOptions(body, { [items]: IDS_TO_SEND }, 'request')
    const all = [...new Set(toTexts(body[items as never]))]
    const size = options.batchSize ?? most ?? all.length
    let sum = 0
    for (let at = 0; ; at += size) {
      const part = { ...body, [items]: all.slice(at, at + size) }
      const { data, received } = await complete(path, part, (fields: Data) => fields, options)
      const count = toText(data[handled as keyof Data])
      if (!/^\d{1,10}$/.test(count))
        throw createFormatError(findOperation(path).operation, `no number as ${handled}`)
      sum += Number(count)
      if (at + size < all.length) continue
      const counts = { [handled]: sum, unhandled_count: Math.max(0, all.length - sum) }
      return { data: { ...data, ...counts }, received }
    }
  }

  return {
    call: (path, body, resolve, options) => toCall(complete(path, body, resolve, options)),
    list: (path, body, resolve, paging, options) => {
      checkOptions(body, {}, 'request')
      const { cursor: name = 'cursor' } = paging
      const { [name]: start, ...request } = body as Record<string, string>
      const read = (fields: object) => resolve(resolvePage(fields, paging) as never)
      return createPagedList(
        findOperation(path).operation,
        start ?? '',
        options,
        (cursor, pageOptions) =>
          complete(path, cursor ? { ...request, [name]: cursor } : request, read, pageOptions),
        paging,
      )
    },
    batch: (path, body, batch, options) => toCall(completeBatches(path, body, batch, options)),
  }
}
