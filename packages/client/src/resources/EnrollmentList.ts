import type { Call, DataWithResponse } from '../core/Call.ts'
import { copyOf } from '../errors/copyOf.ts'
import { formatError } from '../transport/parseAnswer.ts'
import type { Enrollment, EnrollmentPage } from './enrollment.ts'

/** Asks for the page at `cursor`, the first one if it is empty; `abandoned` ends the call. */
type FetchPage = (cursor: string, abandoned?: AbortSignal) => Call<EnrollmentPage>

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
  readonly #fetchPage: FetchPage

  constructor(start: string, fetchPage: FetchPage) {
    this.#start = start
    this.#fetchPage = fetchPage
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<Result = EnrollmentPage, Failure = never>(
    onFulfilled?: ((page: EnrollmentPage) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#fetchPage(this.#start).then(onFulfilled, onRejected)
  }

  /** The first page together with the HTTP response. */
  withResponse(): Promise<DataWithResponse<EnrollmentPage>> {
    return this.#fetchPage(this.#start).withResponse()
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
  async *[Symbol.asyncIterator](): AsyncGenerator<Enrollment, void, undefined> {
    for await (const page of this.pages()) yield* page.enroll_list
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
    const abandoned = new AbortController()
    const seen = new Set<string>()
    const fetchPage = async (cursor: string): Promise<EnrollmentPage> => {
      try {
        if (seen.has(cursor))
          throw formatError('listWebinarEnrollments', 'a cursor that came before')
        // The empty cursor means the first page, wherever this list started.
        seen.add(cursor).add('')
        return await this.#fetchPage(cursor, abandoned.signal)
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
      abandoned.abort(0)
    }
  }
}
