import type { Batch } from '@wecom-meeting/spec/operations'
import { type Complete, findOperation } from './calls.ts'
import { createFormatError } from './errors.ts'
import { type CallOptions, checkOptions, type Rule } from './options.ts'
import { createPagedList, type PagedList, type Paging, resolvePage } from './paging.ts'
import { toText, toTexts } from './readers.ts'
import { type Call, type Completed, toCall } from './response.ts'

/** What a request about many did not do. */
export interface Unhandled {
  /** How many of the given, each counted once, WeCom did not count as handled; it does not say which. */
  unhandled_count: number
}

/** How the methods made from the spec send; their own types say what of. */
export type SendTyped = ReturnType<typeof createTyped>

/** None that is no ID may be dropped without a word: it would count as handled. */
const IDS_TO_SEND: Rule = [
  (ids) =>
    [ids]
      .flat()
      .every((id) => (typeof id === 'string' && /\S/.test(id)) || Number.isSafeInteger(id)),
  'a list of IDs, none of them empty',
]

/** Creates what the methods made from the spec send with: requests to paths, as `checkFields` gives them. */
export function createTyped(complete: Complete) {
  /** Sends a list in parts, one after the other, and adds up how many of it were handled. */
  async function completeBatches<Data>(
    path: string,
    given: Promise<object>,
    { items, handled, most }: Batch,
    options: CallOptions = {},
  ): Promise<Completed<Data>> {
    const request = await given
    checkOptions(options)
    checkOptions(request, { [items]: IDS_TO_SEND })
    const all = [...new Set(toTexts(request[items as never]))]
    const size = options.batchSize ?? most ?? all.length
    let sum = 0
    for (let at = 0; ; at += size) {
      const part = { ...request, [items]: all.slice(at, at + size) }
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
    /** @param resolve Resolves what the pages contradict, in the very object that it is given. */
    call: <Data>(
      path: string,
      request: Promise<object>,
      resolve: (fields: never) => Data,
      options?: CallOptions,
    ): Call<Data> => toCall(request.then((body) => complete(path, body, resolve, options))),

    /**
     * Lists what a path returns page by page.
     *
     * @param start The cursor of the first page.
     * @param resolve Resolves what the pages contradict but the list, which `read` reads.
     */
    list<Page extends object, Item>(
      path: string,
      request: Promise<object>,
      start: string | undefined,
      resolve: (fields: never) => Page,
      paging: Paging,
      read: (list: unknown) => Item[],
      options?: CallOptions,
    ): PagedList<Page, Item> {
      // What is wrong about it rejects where it is to be sent.
      request.catch(() => {})
      const readPage = (fields: object) => resolve(resolvePage(fields, paging, read) as never)
      return createPagedList(
        findOperation(path).operation,
        start ?? '',
        options,
        async (cursor, pageOptions) => {
          const body = { ...(await request), [paging.cursor]: cursor || undefined }
          return complete(path, body, readPage, pageOptions)
        },
        paging,
      )
    },

    /** Sends a list in parts where a request may have no more than so many entries. */
    batch: <Data>(
      path: string,
      request: Promise<object>,
      batch: Batch,
      options?: CallOptions,
    ): Call<Data> => toCall(completeBatches(path, request, batch, options)),
  }
}
