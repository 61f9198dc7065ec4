import type { Fault, Match } from '../faults/Fault.ts'
import type { JsonObject } from '../json.ts'
import type { OperationId } from '../spec/operations.ts'

/** One request that the mock received, and its response. Tokens and secrets are masked. */
export interface JournalEntry {
  /** Counts from 1; entries that the journal has dropped keep their numbers. */
  number: number
  /** When the request was received, by the server's clock, as ISO 8601. */
  time: string
  /** The spec's operationId; undefined for a path or method that the spec does not have. */
  operation: string | undefined
  /** The HTTP method. */
  method: string
  /** The path, without the query. */
  path: string
  /** The query's parameters; those that are given more than once as a list. */
  query: Record<string, string | string[]>
  /** The request's headers, their names in lower case. Cookies and credentials are masked, too. */
  headers: Record<string, string | string[]>
  /** The parsed JSON body; undefined where there is no `bodyText`, it is no JSON, or nested over 100 deep. */
  body: unknown
  /**
   * The body as text, whether it is JSON or not; undefined when there was none, it is over 16 kB, or
   * the journal has let it go for newer ones.
   */
  bodyText: string | undefined
  /** What Prism's validators and the token check say of it. */
  verdict: Verdict
  /**
   * The fault that the response shows, or that it comes late by; undefined when there is none. A `body` of
   * over 16 kB is left out.
   */
  fault: Fault | undefined
  /** HTTP status; 0 when the connection was dropped before one was sent. */
  status: number
  /**
   * The response as JSON; undefined where a fault kept all of it back or sent something else in its
   * place, or the journal has let it go for newer ones.
   */
  response: JsonObject | undefined
  /** Milliseconds from the request's first byte to the response's last. */
  duration: number
}

/** Whether a request keeps to the spec, and what is wrong with it if not. */
export interface Verdict {
  /** True when it keeps to the spec and its token is good. */
  valid: boolean
  /** What is wrong, a sentence each; empty when it is valid. */
  reasons: string[]
}

/** Which requests are counted; all that is given must fit. */
export interface CountFilter {
  /** The spec's operationId. */
  operation?: OperationId
  /** What the request holds. */
  match?: Match
  /** Whether the request keeps to the spec. */
  valid?: boolean
  /** The errcode of its response; 0 also fits a response that has none. */
  errcode?: number
}

/** Which requests are wanted; all that is given must fit. */
export interface RequestFilter extends CountFilter {
  /** Only requests with a higher `number`. */
  after?: number
}

/** How many requests are expected. */
export interface Expectation extends CountFilter {
  /** So many, or a range. Default: at least one. */
  times?: number | { atLeast?: number; atMost?: number }
}
