/** What an error says beyond its message. */
export interface ErrorFields {
  cause?: unknown
  [field: string]: unknown
}

/**
 * Base of every error that this client throws on purpose. No token and no secret is in it, its cause
 * included.
 */
export class WeComError extends Error {
  override name: string = 'WeComError'
  /** Whether the same call can succeed later with nothing corrected. */
  readonly retryable: boolean = true
  /** The `operationId` of the call that failed, such as `getMeeting`. */
  declare readonly operation: string
  /**
   * In a list, the cursor of the page that failed; empty for the first page. `list({ …, cursor })`
   * goes on there.
   */
  declare readonly cursor?: string

  constructor(message: string, { cause, ...fields }: ErrorFields = {}) {
    super(message, cause ? { cause } : undefined)
    Object.assign(this, fields)
  }

  /** Always true; `isWeComError` reads it. */
  get isWeComError(): true {
    return true
  }
}

/**
 * Whether an error comes from this client. It also knows those of another copy of this package, which
 * `instanceof` doesn't.
 *
 * @example
 * if (isWeComError(error) && error.name === 'RateLimitError') …
 */
export function isWeComError(error: unknown): error is WeComError {
  return (error as Partial<WeComError> | null | undefined)?.isWeComError === true
}
