import type { Pagination } from '@wecom-meeting/spec/operations'
import { createFormatError, withFields } from './errors.ts'
import { type CallOptions, checkOptions, wholeNumber } from './options.ts'
import { saysNothing, toText } from './readers.ts'
import { addResponse, type Completed, type DataWithResponse } from './response.ts'

/** How a list comes in pages, as the spec has it; `more` is there even where WeCom has no such field. */
export type Paging = Required<Pagination>

/**
 * Reads what a page says about the list, in place: its list is one, its cursor is text, empty at the end, and
 * whether further pages follow is true or false. Where a page does not say, they do while there is a cursor.
 * Anything but a "no" says that they do: without a cursor the list then fails, instead of ending early.
 */
export function resolvePage<Fields extends object>(
  fields: Fields,
  { items, first, next, end, more }: Paging,
  read: (list: unknown) => unknown[],
): Fields {
  const page = fields as Record<string, unknown>
  const cursor = toText(page[next] || '')
  const said = toText(page[more])
  page[next] = saysNothing(cursor) || [first, end].includes(cursor) ? '' : cursor
  page[more] = said ? !/^(false|0)$/i.test(said) : page[next] !== ''
  page[items] = read(page[items])
  return fields
}

/** How many items are wanted. */
export interface PageLimit {
  /** No page is fetched beyond those that hold this many items. @default all */
  limit?: number | undefined
}

/**
 * What a paged endpoint returns. Awaited it gives the first page, iterated every item, `pages()`
 * gives page after page, and `toArray()` all items at once. Each use sends anew, from the request's
 * `cursor` on or from the start.
 *
 * While the caller works on one page the next is fetched, one and never more; leaving the loop ends
 * that. Once the caller's signal has aborted, no further page is handed out. An error on the way carries
 * the `cursor` of the page that failed.
 */
export interface PagedList<Page, Item> extends PromiseLike<Page>, AsyncIterable<Item> {
  /** As of a promise of the first page. */
  readonly catch: Promise<Page>['catch']
  /** As of a promise of the first page. */
  readonly finally: Promise<Page>['finally']
  /**
   * The cursor of the page that was handed out last; empty for the first page. After a loop that ended early, such
   * as with its signal, `list({ …, cursor: list.cursor })` goes on with that page.
   */
  readonly cursor: string
  /** The first page together with the HTTP response. */
  withResponse(): Promise<DataWithResponse<Page>>
  /**
   * Page after page; empty ones too.
   *
   * @throws {ResponseFormatError} If further pages follow but a cursor comes a second time, or none: the
   *   pages would never end.
   */
  pages(options?: PageLimit): AsyncGenerator<Page, void, undefined>
  /**
   * Page after page as `pages()`, each together with the HTTP response.
   *
   * @throws {ResponseFormatError} As `pages()`.
   * @example
   * for await (const { response } of list.pagesWithResponse()) console.log(await response.text())
   */
  pagesWithResponse(options?: PageLimit): AsyncGenerator<DataWithResponse<Page>, void, undefined>
  /** Every item, in the order of the pages. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Item>
  /**
   * All items, or the first `limit`, none if that is 0; no page is fetched beyond those. How many
   * items a page holds is the request's `limit`.
   *
   * @throws {TypeError} If `limit` is no whole number.
   * @example
   * const firstHundred = await wecom.webinars.enrollments.list({ meetingid }).toArray({ limit: 100 })
   */
  toArray(options?: PageLimit): Promise<Item[]>
}

/**
 * Creates the list of a paged endpoint.
 *
 * @param start The request's `cursor`; empty for the first page.
 * @param options The caller's; they go with every request.
 * @param fetchPage Fetches the page at a cursor, the first one if it is empty, as `resolvePage` reads it.
 */
export function createPagedList<Page extends object, Item>(
  operation: string,
  start: string,
  options: CallOptions | undefined = {},
  fetchPage: (cursor: string, options: CallOptions) => Promise<Completed<Page>>,
  { items: list, next: nextName, more }: Paging,
): PagedList<Page, Item> {
  const itemsOf = (page: Page) => page[list as never] as Item[]
  const dataOf = ({ data }: Completed<Page>) => data
  let reached = start
  const fetchFirst = () => fetchPage(start, options).then(dataOf)

  /** Pages until `limit` items are there, each as `pick` makes it. */
  async function* iteratePages<Picked>(
    pick: (completed: Completed<Page>) => Picked,
    given: PageLimit = {},
  ): AsyncGenerator<Picked, void, undefined> {
    checkOptions(options)
    checkOptions(given, { limit: wholeNumber(0, Number.POSITIVE_INFINITY) })
    let wanted = given.limit ?? Number.POSITIVE_INFINITY
    const { signal } = options
    const loop = new AbortController()
    const follow = () => loop.abort(signal?.reason)
    signal?.throwIfAborted()
    signal?.addEventListener('abort', follow)
    // The empty cursor means the first page, wherever this list started.
    const seen = new Set<string>()
    const fetchNext = async (cursor: string): Promise<Completed<Page>> => {
      try {
        if (seen.has(cursor)) throw createFormatError(operation, 'no new cursor')
        seen.add(cursor).add('')
        return await fetchPage(cursor, { ...options, signal: loop.signal })
      } catch (error) {
        throw withFields(error, { cursor })
      }
    }
    try {
      let cursor = start
      let next = wanted > 0 && fetchNext(cursor)
      while (next) {
        const completed = await next
        // It may have come before the caller gave up.
        signal?.throwIfAborted()
        const page = completed.data
        wanted -= itemsOf(page).length
        const { [more]: follows, [nextName]: following } = page as Record<string, unknown>
        reached = cursor
        cursor = following as string
        next = !!follows && wanted > 0 && fetchNext(cursor)
        // Its failure is reported when the page is asked for, which may be never.
        if (next) next.catch(() => {})
        yield pick(completed)
      }
    } finally {
      signal?.removeEventListener('abort', follow)
      loop.abort(0)
    }
  }

  const pages = (limit?: PageLimit) => iteratePages(dataOf, limit)

  return {
    // biome-ignore lint/suspicious/noThenProperty: being awaitable is what a list is for
    then: (onFulfilled, onRejected) => fetchFirst().then(onFulfilled, onRejected),
    catch: (onRejected) => fetchFirst().catch(onRejected),
    finally: (onFinally) => fetchFirst().finally(onFinally),
    get cursor() {
      return reached
    },
    withResponse: () => fetchPage(start, options).then(addResponse),
    pages,
    pagesWithResponse: (limit) => iteratePages(addResponse, limit),
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* itemsOf(page)
    },
    async toArray(given) {
      const items: Item[] = []
      for await (const page of pages(given)) {
        // Spread out as arguments, a long page would exceed the stack.
        for (const item of itemsOf(page)) items.push(item)
      }
      return items.slice(0, given?.limit)
    },
  }
}
