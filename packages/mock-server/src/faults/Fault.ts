import type { OperationId } from '../spec/operations.ts'

/**
 * Something that goes wrong on purpose: what, where and how often. At most one of `errcode`, `body`,
 * `patch`, `drop`, `truncate`, `html`, `contentType`, `slowBody` and `expireTokens`; `latency`, `status`
 * and `headers` go with any or alone.
 *
 * @example
 * ```ts
 * mock.fault({ operation: 'getWebinar', errcode: 45009, times: 2 })
 * mock.fault({ latency: [200, 800], probability: 0.3 })
 * mock.fault({ operation: 'getMeeting', body: '{"errcode":0,"title":"\u0001"}' })
 * mock.fault({ operation: 'getMeeting', patch: { set: { title: 5 }, remove: ['status'] } })
 * ```
 */
export interface Fault {
  /** The operationId, or several; left out: every operation. */
  operation?: OperationId | readonly OperationId[]
  /** Only requests that hold this. */
  match?: Match
  /** Return this errcode, with WeCom's text for it. */
  errcode?: number
  /**
   * Send this in place of the response: a text byte for byte, whatever it is; any other value as JSON.
   * It is not validated against the spec.
   */
  body?: unknown
  /**
   * Change the response. It strikes only where a response is no refusal and has all of the paths. The
   * result is not validated against the spec.
   */
  patch?: Patch
  /** Send the response with this HTTP status, from 200 to 599. */
  status?: number
  /** Send the response with these headers, too, or in place of its own. */
  headers?: Readonly<Record<string, string>>
  /** Respond so many milliseconds later, or at random between two figures. */
  latency?: number | readonly [from: number, to: number]
  /** Cut the connection before the response's first byte, or in the middle of its body. */
  drop?: 'before' | 'middle'
  /** Send only the first half of the JSON, as if that were all. */
  truncate?: true
  /** Send an HTML page with this HTTP status, as a gateway does: 400 to 599. */
  html?: number
  /** Send the response under this content type. */
  contentType?: string
  /** Send the body bit by bit over so many milliseconds. */
  slowBody?: number
  /** End every token before the call is looked at. Calls that need no token are spared. */
  expireTokens?: true
  /**
   * Whether the operation takes place though its response does not show: whether what it changes is
   * changed. Default: false with `errcode`, `body` and `html`, else true. Only with these and
   * `drop: 'before'` can it be false.
   */
  applied?: boolean
  /** How often it strikes before it is over. Default: until it is removed. */
  times?: number
  /** Strike on every n-th call that it is meant for. Default 1: on each. */
  every?: number
  /** How likely it strikes, above 0 and up to 1, decided by the server's seed. Default 1. */
  probability?: number
}

/**
 * What a request holds: values by their paths in the JSON body (`meetingid`, `enroll_id_list.0`), and
 * beside them `token`, the access token that it was sent with, and `corpId`, the corp that it was sent
 * for. Each must be equal, in type too; undefined fits what is not there.
 *
 * @example
 * ```ts
 * mock.fault({ errcode: -1, match: { meetingid, cursor: page.next_cursor } })
 * ```
 */
export type Match = Readonly<Record<string, unknown>>

/** Changes of a response by path, such as `enroll_list.0.enroll_time`. */
export interface Patch {
  /** New values by path. The place before the last name must be there; a list may grow by one. */
  set?: Readonly<Record<string, unknown>>
  /** Paths of what is left out, in the positions of the normal response. */
  remove?: readonly string[]
}

/** A fault in force. */
export interface ActiveFault extends Fault {
  /** Counts from 1. */
  id: number
  /** How often it has struck so far. */
  struck: number
  /** The scenario that it belongs to; undefined for one of your own. */
  scenario: string | undefined
}
