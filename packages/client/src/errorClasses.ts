/** What every error of this client is made of, beyond its message; `retryable` unless that says otherwise. */
export type WeComErrorFields = Pick<WeComError, 'operation' | 'cause'> &
  Partial<Pick<WeComError, 'retryable' | 'retryAfter' | 'attempts' | 'request'>>

/** What the error of a refusal is made of, beyond its message. */
export type WeComApiErrorFields = WeComErrorFields &
  Pick<WeComApiError, 'errcode' | 'errmsg' | 'fix' | 'hint' | 'helpUrl'>

/** What an error tells of a response that is not WeCom's. */
export type ForeignResponse = Pick<HttpError, 'excerpt' | 'headers'>

/** What names the object of a request; nothing else of it is in an error. */
export type RequestIds = {
  readonly [Name in 'meetingid' | 'sub_meetingid' | 'meeting_code' | 'userid' | 'cursor']?: string
}

/** Base of every error that this client throws on purpose. No token and no secret is in it, its cause included. */
export class WeComError extends Error {
  override readonly name: string = 'WeComError'
  /** Whether the same call can succeed later with nothing corrected. */
  readonly retryable: boolean = true
  /**
   * How long to wait before the same call, in seconds: what `Retry-After` says, a minute after 45009, an
   * hour if that is about the token.
   */
  declare readonly retryAfter?: number
  /** How often the request of `operation` was sent: the call's own, or that for its token. */
  declare readonly attempts?: number
  /** Which meeting, user or page the call was about. */
  declare readonly request?: RequestIds
  /** The `operationId` of the call that failed, such as `getMeeting`; the path where the spec has none. */
  declare readonly operation: string
  /** In a list, the cursor of the page that failed; empty for the first page. `list({ …, cursor })` goes on there. */
  declare readonly cursor?: string

  constructor(message: string, { cause, ...fields }: WeComErrorFields) {
    super(message, cause ? { cause } : undefined)
    Object.assign(this, fields)
  }

  /** Always true; `isWeComError` reads it. */
  get isWeComError(): true {
    return true
  }

  /**
   * What `JSON.stringify` writes: the message too, which that of a plain error lacks. `isWeComError` knows it
   * on the other side. `structuredClone` and `postMessage` of the error itself keep its message and stack, and
   * in some runtimes its cause; of this object they keep everything. An error that ends a worker thread of
   * Node's arrives whole.
   *
   * @example
   * parentPort.postMessage(error.toJSON())
   */
  toJSON(): object {
    return { ...toPlain(this), isWeComError: true }
  }
}

function toPlain(error: Error): object {
  const { name, message, cause } = error
  return { ...error, name, message, ...(cause ? { cause: toPlain(cause as Error) } : {}) }
}

/**
 * WeCom refused a call: it returned an `errcode` other than 0.
 *
 * @example
 * try {
 *   await wecom.meetings.get({ meetingid })
 * } catch (error) {
 *   if (error instanceof WeComApiError) console.error(error.message, error.fix)
 * }
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export class WeComApiError extends WeComError {
  override readonly name: string = 'WeComApiError'
  /** WeCom's number for what went wrong. */
  declare readonly errcode: number
  /** WeCom's text, unchanged but for tokens and secrets. It may change: decide on `errcode`. */
  declare readonly errmsg: string
  /** What to do, in one sentence; for 60020 it names the address to add. */
  declare readonly fix: string
  /** Digits and letters that WeCom's support asks for. */
  declare readonly hint: string | undefined
  /** WeCom's look-up page for this errcode. */
  declare readonly helpUrl: string

  constructor(message: string, fields: WeComApiErrorFields) {
    super(message, fields)
  }
}

/** WeCom refused the secret, the corp ID or the token (40001, 40013, 40014, 42001, 301002 …). */
export class AuthenticationError extends WeComApiError {
  override readonly name = 'AuthenticationError' as const
}

/** WeCom refused a parameter (40058, 40063, 730011). */
export class InvalidRequestError extends WeComApiError {
  override readonly name = 'InvalidRequestError' as const
}

/** WeCom does not know the meeting, its code or the sub-meeting, or it is gone (90602, 730003, 730004, 400041 …). */
export class NotFoundError extends WeComApiError {
  override readonly name = 'NotFoundError' as const
}

/** The app or its caller may not do this (48002, 60020, 60011, 730005 …); `fix` says where to allow it. */
export class PermissionError extends WeComApiError {
  override readonly name = 'PermissionError' as const
}

/** Too many calls (45009), or too many at the same time (45033). */
export class RateLimitError extends WeComApiError {
  override readonly name = 'RateLimitError' as const
}

/** WeCom is busy (-1), also after the client has retried. */
export class ServerBusyError extends WeComApiError {
  override readonly name = 'ServerBusyError' as const
}

/** No response: the server could not be reached, or the connection broke. */
export class ConnectionError extends WeComError {
  override readonly name = 'ConnectionError' as const
  /** The system's or the runtime's code for it, such as `ECONNREFUSED`; absent where there is none. */
  declare readonly code?: string
}

/** An attempt took longer than its `timeout`, or a call longer than its `deadline`. */
export class TimeoutError extends WeComError {
  override readonly name = 'TimeoutError' as const
}

/**
 * The HTTP status was that of a redirect, or another one than 2xx and the body no refusal of WeCom's.
 * WeCom itself returns 200: a proxy or gateway in between responded.
 */
export class HttpError extends WeComError {
  override readonly name = 'HttpError' as const
  /** The HTTP status, such as 502; 0 for a redirect where the runtime does not say which. */
  declare readonly status: number
  /** The beginning of the body, without tokens and secrets; none of a redirect or of WeCom's own fields. */
  declare readonly excerpt?: string
  /** Those of `content-type`, `retry-after`, `server`, `via` and `x-request-id` that it had. */
  declare readonly headers?: Readonly<Record<string, string>>

  constructor(message: string, fields: WeComErrorFields & ForeignResponse & { status: number }) {
    super(message, fields)
  }
}

/** The response was not the JSON object that WeCom returns, or longer than `maxResponseBytes`. */
export class ResponseFormatError extends WeComError {
  override readonly name = 'ResponseFormatError' as const
  /** The beginning of the body, without tokens and secrets; none of a redirect or of WeCom's own fields. */
  declare readonly excerpt?: string
  /** Those of `content-type`, `retry-after`, `server`, `via` and `x-request-id` that it had. */
  declare readonly headers?: Readonly<Record<string, string>>

  constructor(message: string, fields: WeComErrorFields & ForeignResponse) {
    super(message, fields)
  }
}

/** Any error of this client, which its `name` tells from the others. */
export type AnyWeComError =
  | (WeComApiError & { readonly name: 'WeComApiError' })
  | AuthenticationError
  | InvalidRequestError
  | NotFoundError
  | PermissionError
  | RateLimitError
  | ServerBusyError
  | ConnectionError
  | TimeoutError
  | HttpError
  | ResponseFormatError

/**
 * Whether an error comes from this client. It also knows those of another copy of this package, which
 * `instanceof` doesn't, and what `toJSON` made of one.
 *
 * @example
 * if (isWeComError(error) && error.name === 'RateLimitError') console.log(error.errcode, error.retryAfter)
 */
export function isWeComError(error: unknown): error is AnyWeComError {
  return (error as Partial<WeComError> | null | undefined)?.isWeComError === true
}

/** What the errors of a client say, in one language. */
export interface ErrorTexts {
  /** The message of a refusal; `errmsg` without the hint, address and link that WeCom appends. */
  message(operation: string, errcode: number, errmsg: string): string
  /** What to do, in one sentence. `ip` is the address that the errmsg names, if it names one. */
  fix(errcode: number, helpUrl: string, ip: string | undefined): string
}
