import type { components, paths } from './generated/openapi.ts'
import type { CallOptions } from './options.ts'
import type { AnyPage, PagedList } from './paging.ts'
import type { Call } from './response.ts'

/** The spec's schemas by name. */
export type Schemas = components['schemas']

/**
 * The known values of a coded field, whose own type lets any other in as well: what a `switch` covers.
 *
 * @example
 * const labels: Record<KnownValue<typeof MeetingStatus>, string> = { 1: 'not started', … }
 */
export type KnownValue<Constants> = Constants[keyof Constants]

/** A path that takes a JSON body. */
type PostPath = {
  [Path in keyof paths]: paths[Path] extends { post: { requestBody: unknown } } ? Path : never
}[keyof paths]

/** The body that a path takes. */
type RequestBody<Path extends PostPath> =
  paths[Path]['post']['requestBody']['content']['application/json']

// `Exclude` would take the successes out as well: they too have an errcode and an errmsg.
type WithoutRefusal<Bodies> = Bodies extends unknown
  ? Schemas['ErrorResponse'] extends Bodies
    ? never
    : Bodies
  : never

/** What a path returns when the call succeeds. */
type SuccessBody<Path extends PostPath> = Omit<
  WithoutRefusal<paths[Path]['post']['responses'][200]['content']['application/json']>,
  'errcode' | 'errmsg'
>

/** How the methods made from the spec send. */
export interface SendTyped {
  /**
   * Sends a body to a path.
   *
   * @param resolve Resolves what the pages contradict, in the very object that is given.
   */
  call: <Path extends PostPath, Data>(
    path: Path,
    body: RequestBody<Path>,
    resolve: (fields: SuccessBody<Path>) => Data,
    options: CallOptions | undefined,
  ) => Call<Data>
  /**
   * Lists what a path returns page by page.
   *
   * @param limits The least and the most items of a page.
   */
  list: <Path extends PostPath, Page extends AnyPage, Item>(
    path: Path,
    body: RequestBody<Path>,
    resolve: (fields: SuccessBody<Path>) => Page,
    itemsOf: (page: Page) => Item[],
    limits: readonly [least: number, most?: number],
    options: CallOptions | undefined,
  ) => PagedList<Page, Item>
}
