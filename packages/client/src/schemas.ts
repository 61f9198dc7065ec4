import type { components, paths } from '@wecom-meeting/spec/types'
import type { CallOptions } from './options.ts'
import type { PagedList, Paging } from './paging.ts'
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

/** The body that a path takes, its points in time as a `Date` too. */
type RequestBody<Path extends PostPath> = WithDates<
  paths[Path]['post']['requestBody']['content']['application/json']
>

/** A request in which points in time may be a `Date`, too. */
export type WithDates<Request, Times extends keyof Request = keyof Request> = {
  [Name in keyof Request]: Name extends Times ? Request[Name] | Date : Request[Name]
}

/** The fields of a response without `errcode` and `errmsg`, and without `Others`, which the caller types itself. */
export type Fields<Body, Others extends string = never> = Omit<Body, 'errcode' | 'errmsg' | Others>

/** What a response is when the call succeeds: its type without the refusal. */
export type Success<Body> = Exclude<Body, Schemas['ErrorResponse']>

/** What a path returns when the call succeeds. */
type SuccessBody<Path extends PostPath> = Fields<
  Success<paths[Path]['post']['responses'][200]['content']['application/json']>
>

/** Where the parts of a request about many are, as the spec has it. */
export interface Batch {
  /** The request's list. */
  items: string
  /** Where a response counts how many of them were handled. */
  handled: string
  /** How many one request may have, where WeCom publishes it. */
  most?: number
}

/** What a request about many did not do. */
export interface Unhandled {
  /** How many of the given, each counted once, WeCom did not count as handled; it does not say which. */
  unhandled_count: number
}

/** How the methods made from the spec send. */
export interface SendTyped {
  /** Sends a body to a path; `resolve` resolves what the pages contradict, in the very object that is given. */
  call: <Path extends PostPath, Data>(
    path: Path,
    body: RequestBody<Path>,
    resolve: (fields: SuccessBody<Path>) => Data,
    options: CallOptions | undefined,
  ) => Call<Data>
  /** Lists what a path returns page by page; `resolve` resolves what `paging` does not read. */
  list: <Path extends PostPath, Page extends object, Item>(
    path: Path,
    body: RequestBody<Path>,
    resolve: (fields: SuccessBody<Path>) => Page,
    paging: Paging<Item>,
    options: CallOptions | undefined,
  ) => PagedList<Page, Item>
  /** Sends a body with a list to a path, in parts where it may have no more than so many entries. */
  batch: <Path extends PostPath>(
    path: Path,
    body: RequestBody<Path>,
    batch: Batch,
    options: CallOptions | undefined,
  ) => Call<SuccessBody<Path> & Unhandled>
}
