import type { Call, DataWithResponse } from '../core/Call.ts'
import type { CallOptions } from '../core/options.ts'
import { copyOf } from '../errors/copyOf.ts'
import { formatError } from '../transport/parseAnswer.ts'
import { hasMore } from './readers.ts'

/** What every page has: where the next one starts. */
interface AnyPage {
  /** Whether further pages follow; where WeCom does not say, they do while there is a cursor. */
  has_more?: boolean
  /** The `cursor` of the next page. */
  next_cursor: string
}

/** How many items are wanted. */
export interface PageLimit {
  /** No page is fetched beyond those that hold this many items. @default all */
  limit?: number | undefined
}

/** Asks for the page at `cursor`, the first one if it is empty. */
type FetchPage<Page> = (cursor: string, options: CallOptions | undefined) => Call<Page>

/**
 * What a paged endpoint answers. Awaited it gives the first page, iterated every item, `pages()`
 * gives page after page, and `toArray()` all items at once. Each use asks anew, from the request's
 * `cursor` on or from the start.
 *
 * While the caller works on one page the next is fetched, one and never more; leaving the loop ends
 * that. Once the caller's signal has aborted, no further page is handed out. An error on the way carries
 * the `cursor` of the page that failed.
 */
export class PagedList<Page extends AnyPage, Item>
  implements PromiseLike<Page>, AsyncIterable<Item>
{
  readonly #operation: string
  readonly #start: string
  readonly #options: CallOptions | undefined
  readonly #fetchPage: FetchPage<Page>
  readonly #itemsOf: (page: Page) => Item[]

  /**
   * @param operation The `operationId`, for errors.
   * @param start The request's `cursor`, if it has one.
   * @param options The caller's; they go with every request.
   */
  constructor(
    operation: string,
    start: string | undefined,
    options: CallOptions | undefined,
    fetchPage: FetchPage<Page>,
    itemsOf: (page: Page) => Item[],
  ) {
    this.#operation = operation
    this.#start = start ?? ''
    this.#options = options
    this.#fetchPage = fetchPage
    this.#itemsOf = itemsOf
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<Result = Page, Failure = never>(
    onFulfilled?: ((page: Page) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#fetchPage(this.#start, this.#options).then(onFulfilled, onRejected)
  }

  /** The first page together with the HTTP response. */
  withResponse(): Promise<DataWithResponse<Page>> {
    return this.#fetchPage(this.#start, this.#options).withResponse()
  }

  /**
   * Page after page; empty ones too.
   *
   * @throws ResponseFormatError if further pages follow but a cursor comes a second time, or none: the
   *   pages would never end.
   */
  async *pages(options?: PageLimit): AsyncGenerator<Page, void, undefined> {
    for await (const { data } of this.pagesWithResponse(options)) yield data
  }

  /**
   * Page after page as `pages()`, each together with the HTTP response.
   *
   * @throws ResponseFormatError as `pages()`.
   * @example
   * for await (const { response } of list.pagesWithResponse()) console.log(await response.text())
   */
  pagesWithResponse({
    limit,
  }: PageLimit = {}): AsyncGenerator<DataWithResponse<Page>, void, undefined> {
    if (limit !== Number.POSITIVE_INFINITY) checkWhole('limit', limit, 0)
    return this.#pages(limit)
  }

  /** Every item, in the order of the pages. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Item> {
    return flattened(this.pages(), this.#itemsOf)
  }

  /**
   * All items, or the first `limit`, none if that is 0; no page is fetched beyond those. How many
   * items a page holds is the request's `limit`.
   *
   * @throws {TypeError} If `limit` is no whole number.
   * @example
   * const firstHundred = await wecom.webinars.enrollments.list({ meetingid }).toArray({ limit: 100 })
   */
  async toArray(options: PageLimit = {}): Promise<Item[]> {
    const items: Item[] = []
    for await (const page of this.pages(options)) {
      // Spread out as arguments, a long page would exceed the stack.
      for (const item of this.#itemsOf(page)) items.push(item)
    }
    return items.slice(0, options.limit)
  }

  /** Pages until `wanted` items are there. */
  async *#pages(
    wanted = Number.POSITIVE_INFINITY,
  ): AsyncGenerator<DataWithResponse<Page>, void, undefined> {
    const loop = new AbortController()
    const signal = this.#options?.signal
    const follow = () => loop.abort(signal?.reason)
    signal?.throwIfAborted()
    signal?.addEventListener('abort', follow)
    const seen = new Set<string>()
    const fetchPage = async (cursor: string): Promise<DataWithResponse<Page>> => {
      try {
        if (seen.has(cursor)) throw formatError(this.#operation, 'no new cursor')
        // The empty cursor means the first page, wherever this list started.
        seen.add(cursor).add('')
        return await this.#fetchPage(cursor, {
          ...this.#options,
          signal: loop.signal,
        }).withResponse()
      } catch (error) {
        throw copyOf(error, { cursor })
      }
    }
    try {
      let next: Promise<DataWithResponse<Page>> | '' | false = wanted > 0 && fetchPage(this.#start)
      while (next) {
        const sent: DataWithResponse<Page> = await next
        const page = sent.data
        // It may have come before the caller gave up.
        signal?.throwIfAborted()
        wanted -= this.#itemsOf(page).length
        next = hasMore(page) && wanted > 0 && fetchPage(page.next_cursor)
        // Its failure is told when the page is asked for, which may be never.
        if (next) next.catch(() => {})
        yield sent
      }
    } finally {
      signal?.removeEventListener('abort', follow)
      loop.abort(0)
    }
  }
}

/**
 * Checks a number that a caller gives, if they give one.
 *
 * @throws {TypeError} If it is not a whole number from `least` to `most`.
 */
export function checkWhole(name: string, value: unknown, least: number, most?: number): void {
  const isWhole = Number.isSafeInteger(value) && (value as number) >= least
  if (value === undefined || (isWhole && (value as number) <= (most ?? Infinity))) return
  const shown = typeof value === 'number' ? value : `of type ${typeof value}`
  throw new TypeError(
    `${name} is ${shown}; expected a whole number from ${least} ${most ? `to ${most}` : 'on'}.`,
  )
}

/**
 * Item after item. Not a generator: those take three turns for each item, this takes one, and an async
 * `next` would cost as much again as what it hands out.
 */
function flattened<Page, Item>(
  pages: AsyncGenerator<Page, void, undefined>,
  itemsOf: (page: Page) => Item[],
): AsyncIterableIterator<Item> {
  let items: Item[] = []
  let index = 0
  let loading: Promise<boolean> | undefined

  async function load(): Promise<boolean> {
    try {
      const { value: page } = await pages.next()
      if (!page) return false
      items = itemsOf(page)
      index = 0
      return true
    } finally {
      loading = undefined
    }
  }
  const item = (): IteratorYieldResult<Item> => ({ value: items[index++] as Item, done: false })
  async function loaded(): Promise<IteratorResult<Item, undefined>> {
    // Whoever asks again before a page is there waits for it too.
    while (index >= items.length) {
      loading ??= load()
      if (!(await loading)) return { done: true, value: undefined }
    }
    return item()
  }
  return {
    next: () => (index < items.length ? Promise.resolve(item()) : loaded()),
    return: () => {
      items = []
      return pages.return() as Promise<IteratorReturnResult<undefined>>
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
