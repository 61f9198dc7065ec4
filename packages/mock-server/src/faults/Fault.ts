import type { OperationId } from '../spec/operations.ts'

/**
 * Something that goes wrong on purpose: what, where and how often. At most one of `errcode`, `drop`,
 * `truncate`, `html`, `contentType`, `slowBody` and `expireTokens`; `latency` goes with any or alone.
 *
 * @example
 * ```ts
 * mock.fault({ operation: 'getWebinar', errcode: 45009, times: 2 })
 * mock.fault({ latency: [200, 800], probability: 0.3 })
 * ```
 */
export interface Fault {
  /** The operationId, or several; left out: every operation. */
  operation?: OperationId | readonly OperationId[]
  /** Return this errcode, with WeCom's text for it. */
  errcode?: number
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
  /** How often it strikes before it is over. Default: until it is removed. */
  times?: number
  /** Strike on every n-th call that it is meant for. Default 1: on each. */
  every?: number
  /** How likely it strikes, above 0 and up to 1, decided by the server's seed. Default 1. */
  probability?: number
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
