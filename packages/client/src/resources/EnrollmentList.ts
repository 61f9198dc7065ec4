import type { Call, DataWithResponse } from '../core/Call.ts'
import { copyOf } from '../errors/copyOf.ts'
import { formatError } from '../transport/parseAnswer.ts'
import type { Enrollment, EnrollmentPage } from './enrollment.ts'

/** Asks for the page at `cursor`, the first one if it is empty. */
type FetchPage = (cursor: string, signal: AbortSignal | undefined) => Call<EnrollmentPage>

/**
 * The enrollments of a webinar. Awaited it gives the first page, iterated every enrollment, `pages()`
 * gives page after page, and `toArray()` all enrollments at once. Each use asks anew, from the
 * request's `cursor` on or from the start.
 *
 * While the caller works on one page the next is fetched, one and never more; leaving the loop ends
 * that. An error on the way carries the `cursor` of the page that failed.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export class EnrollmentList implements PromiseLike<EnrollmentPage>, AsyncIterable<Enrollment> {
  readonly #start: string
  readonly #signal: AbortSignal | undefined
  readonly #fetchPage: FetchPage

  constructor(start: string, signal: AbortSignal | undefined, fetchPage: FetchPage) {
    this.#start = start
    this.#signal = signal
    this.#fetchPage = fetchPage
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<Result = EnrollmentPage, Failure = never>(
    onFulfilled?: ((page: EnrollmentPage) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#fetchPage(this.#start, this.#signal).then(onFulfilled, onRejected)
  }

  /** The first page together with the HTTP response. */
  withResponse(): Promise<DataWithResponse<EnrollmentPage>> {
    return this.#fetchPage(this.#start, this.#signal).withResponse()
  }

  /**
   * Page after page; empty ones too.
   *
   * @throws ResponseFormatError if a cursor comes a second time: the pages would never end.
   */
  pages(): AsyncGenerator<EnrollmentPage, void, undefined> {
    return this.#pages(Number.POSITIVE_INFINITY)
  }

  /** Every enrollment, in the order of the pages. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Enrollment> {
    return itemsOf(this.pages())
  }

  /**
   * All enrollments, or the first `limit`; no page is fetched beyond those.
   *
   * @example
   * const firstHundred = await wecom.webinars.enrollments.list({ meetingid }).toArray({ limit: 100 })
   */
  async toArray({
    limit = Number.POSITIVE_INFINITY,
  }: {
    limit?: number
  } = {}): Promise<Enrollment[]> {
    const enrollments: Enrollment[] = []
    for await (const page of this.#pages(limit)) enrollments.push(...page.enroll_list)
    return enrollments.slice(0, limit)
  }

  /** Pages until `wanted` enrollments are there. */
  async *#pages(wanted: number): AsyncGenerator<EnrollmentPage, void, undefined> {
    const loop = new AbortController()
    const signal = this.#signal
    const follow = () => loop.abort(signal?.reason)
    signal?.throwIfAborted()
    signal?.addEventListener('abort', follow)
    const seen = new Set<string>()
    const fetchPage = async (cursor: string): Promise<EnrollmentPage> => {
      try {
        if (seen.has(cursor))
          throw formatError('listWebinarEnrollments', 'a cursor that came before')
        // The empty cursor means the first page, wherever this list started.
        seen.add(cursor).add('')
        return await this.#fetchPage(cursor, loop.signal)
      } catch (error) {
        throw copyOf(error, { cursor })
      }
    }
    try {
      let next = wanted > 0 && fetchPage(this.#start)
      while (next) {
        const page: EnrollmentPage = await next
        wanted -= page.enroll_list.length
        next = page.has_more && wanted > 0 && fetchPage(page.next_cursor)
        // Its failure is told when the page is asked for, which may be never.
        if (next) next.catch(() => {})
        yield page
      }
    } finally {
      signal?.removeEventListener('abort', follow)
      loop.abort(0)
    }
  }
}

/** Item after item. Not a generator: those take three turns for each item, this takes one. */
function itemsOf(
  pages: AsyncGenerator<EnrollmentPage, void, undefined>,
): AsyncIterableIterator<Enrollment> {
  let items: Enrollment[] = []
  let index = 0
  let loading: Promise<boolean> | undefined

  async function load(): Promise<boolean> {
    try {
      const { value: page } = await pages.next()
      items = page ? page.enroll_list : []
      index = 0
      return page !== undefined
    } finally {
      loading = undefined
    }
  }
  async function next(): Promise<IteratorResult<Enrollment, undefined>> {
    // Whoever asks again before a page is there waits for it too.
    while (index >= items.length) {
      loading ??= load()
      if (!(await loading)) return { done: true, value: undefined }
    }
    return { value: items[index++] as Enrollment, done: false }
  }
  return {
    next,
    return: async () => {
      await pages.return()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
