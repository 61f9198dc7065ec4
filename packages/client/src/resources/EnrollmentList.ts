import type { Call, DataWithResponse } from '../core/Call.ts'
import type { Enrollment, EnrollmentPage } from './enrollment.ts'

/**
 * The enrollments of a webinar. Awaited it gives the first page, iterated every enrollment, and
 * `pages()` gives page after page. Each use asks anew.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export class EnrollmentList implements PromiseLike<EnrollmentPage>, AsyncIterable<Enrollment> {
  readonly #fetchPage: (cursor?: string) => Call<EnrollmentPage>

  constructor(fetchPage: (cursor?: string) => Call<EnrollmentPage>) {
    this.#fetchPage = fetchPage
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<Result = EnrollmentPage, Failure = never>(
    onFulfilled?: ((page: EnrollmentPage) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#fetchPage().then(onFulfilled, onRejected)
  }

  /** The first page together with the HTTP response. */
  withResponse(): Promise<DataWithResponse<EnrollmentPage>> {
    return this.#fetchPage().withResponse()
  }

  /** Page after page, from the request's `cursor` on or from the start. */
  async *pages(): AsyncGenerator<EnrollmentPage, void, undefined> {
    let cursor: string | undefined
    do {
      const page = await this.#fetchPage(cursor)
      yield page
      cursor = page.has_more ? page.next_cursor : undefined
    } while (cursor)
  }

  /** Every enrollment, in the order of the pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Enrollment, void, undefined> {
    for await (const page of this.pages()) yield* page.enroll_list
  }
}
