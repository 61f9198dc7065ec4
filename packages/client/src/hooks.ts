/** An attempt that is about to be sent. */
export interface RequestEvent {
  /** The `operationId` of the call, such as `getMeeting`; `getToken` for the token's own request. */
  operation: string
  /** The HTTP method, `GET` or `POST`. */
  method: string
  /** The address without its query, which holds the token. */
  url: string
  /** 1 for a call's first attempt, 2 for the next. */
  attempt: number
}

/** The outcome of an attempt. */
export interface ResponseEvent {
  /** The very event that `onRequest` got. */
  request: RequestEvent
  /** From sending to the response's last byte, in milliseconds. */
  duration: number
  /** The HTTP status of WeCom's response. */
  status?: number
  /** WeCom's errcode, 0 for a success. */
  errcode?: number
  /** In their place, why there is no such response: a `WeComError`, or the reason of the caller's signal. */
  error?: unknown
}

/** An attempt failed, and another one follows. */
export interface RetryEvent {
  /** The `operationId` of the call, such as `getMeeting`. */
  operation: string
  /** 1 for a call's first retry, at most `maxRetries`. */
  retry: number
  /** How long the client waits before it, in milliseconds. */
  wait: number
  /** WeCom's errcode, if it refused. */
  errcode?: number
  /** What failed, if WeCom did not refuse. */
  error?: unknown
}

/** Something happened to the app's token. The token itself is not in here. */
export interface TokenEvent {
  /**
   * `issued`: WeCom gave a new one. `found`: it was in the token store. `dropped`: WeCom no longer
   * accepts it. `store-failed`: the token store threw, and the client went on without it.
   */
  kind: 'issued' | 'found' | 'dropped' | 'store-failed'
  /** When the client stops using it, in milliseconds since 1970-01-01T00:00:00Z. */
  expiresAt?: number
  /** What the store threw, cleaned of the token. */
  error?: unknown
}

/**
 * Functions that are notified of what the client does, in the order of events. No token and no secret is in
 * what they get. A promise that they return is not awaited; that it rejects, or that they throw,
 * harms neither the call nor the process.
 *
 * @example
 * createWeComClient({ …, hooks: { onRetry: ({ operation, wait }) => metrics.count(operation, wait) } })
 */
export interface Hooks {
  /** Before an attempt is sent, the token's own included. */
  onRequest?(event: RequestEvent): void
  /** Once an attempt has its response, or will get none. */
  onResponse?(event: ResponseEvent): void
  /** Before the wait that comes before another attempt. */
  onRetry?(event: RetryEvent): void
  /** When a token was issued, found or dropped, or the token store failed. */
  onToken?(event: TokenEvent): void
}

/**
 * Takes a message and the event that it is about: `console`, winston and others as they are. pino
 * drops what follows the message and wants them the other way round.
 *
 * @example
 * const log = pino()
 * const logger: Logger = {
 *   debug: (message, event) => log.debug(event, message),
 *   warn: (message, event) => log.warn(event, message),
 * }
 */
export interface Logger {
  /** Called for every attempt. */
  debug?(message: string, event: object): void
  /** Called for retries, dropped tokens and a store that fails. */
  warn?(message: string, event: object): void
}

/** Calls the hook of that name and the logger. */
export type Emit = <Name extends keyof Hooks>(
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
  level?: 'debug' | 'warn',
) => void

/** Creates an `Emit` for a client's hooks and logger; neither can harm a call. */
export function createEmit({ hooks, logger }: { hooks?: Hooks; logger?: Logger }): Emit {
  if (!hooks && !logger) return () => {}
  return (name, event, level = 'debug') => {
    const listeners = [
      async () => logger?.[level]?.(`WeCom ${describe(event)}`, event),
      async () => hooks?.[name]?.(event as never),
    ]
    // Whoever watches must not break what is watched, neither by throwing nor by rejecting.
    for (const listener of listeners) listener().catch(() => {})
  }
}

type AnyEvent = RequestEvent | ResponseEvent | RetryEvent | TokenEvent

/** Says what happened, in a line. */
function describe(event: AnyEvent): string {
  if ('kind' in event) return `token ${event.kind}`
  const { error, errcode } = event as ResponseEvent
  // The reason of a signal can be anything, nothing too.
  const failure = Object(error).message ?? (error || 'aborted')
  const outcome = 'error' in event ? failure : `errcode ${errcode}`
  if ('retry' in event)
    return `${event.operation}: retry ${event.retry} in ${Math.round(event.wait)} ms after ${outcome}`
  if ('attempt' in event) return `${event.operation}: attempt ${event.attempt} sent`
  return `${event.request.operation}: ${outcome}, ${Math.round(event.duration)} ms`
}
