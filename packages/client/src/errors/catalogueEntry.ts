/** Names of the classes that a refusal by WeCom can become. */
export type ApiErrorClass =
  | 'AuthenticationError'
  | 'InvalidRequestError'
  | 'NotFoundError'
  | 'PermissionError'
  | 'RateLimitError'
  | 'ServerBusyError'

/** What the spec's error catalogue says of an errcode. */
export interface CatalogueEntry {
  readonly class: ApiErrorClass
  /** Whether the same call can succeed later with nothing corrected, and when. */
  readonly retry: 'never' | 'backoff' | 'after-a-minute' | 'with-a-new-token'
  /** What to do, in one sentence. `{ip}` stands for the address that the errmsg names. */
  readonly fix: string
}
