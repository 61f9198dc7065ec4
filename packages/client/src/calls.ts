import type { paths } from '@wecom-meeting/spec/types'
import createFetchClient, { type Client, type Middleware } from 'openapi-fetch'
import { createFormatError, type RequestIds, throwIfRefused } from './errors.ts'
import { applyDefaults, type OutgoingRequest, type Settings, send } from './fetch.ts'
import { operations } from './generated/operations.ts'
import { type CallOptions, checkOptions } from './options.ts'
import { redact } from './redact.ts'
import { type Completed, parseResponse, type ReceivedResponse, toResponse } from './response.ts'
import type { TokenSource } from './tokens/tokenStore.ts'

/** Sends a call through openapi-fetch, throws where WeCom refuses, and resolves what the pages contradict. */
export type Complete = <Data>(
  path: string,
  body: object | undefined,
  resolve: (fields: never) => Data,
  options?: CallOptions & { method?: string },
) => Promise<Completed<Data>>

/** The options of a call of openapi-fetch's. */
interface Sendable {
  fetch: (request: Request) => Promise<Response | ReceivedResponse>
  Request?: typeof createLightRequest
  /** What came, before any middleware changed it. */
  received?: ReceivedResponse
}

/** Creates the openapi-fetch client that all calls go through, and what completes those that are not its own. */
export function createCalls(
  settings: Settings,
  tokens: TokenSource,
): { raw: Client<paths>; complete: Complete } {
  const { baseUrl, headers, now, errorTexts } = settings
  const api = createFetchClient<paths>({ baseUrl, headers })
  let hasMiddleware = false

  /** Reads what openapi-fetch, or a middleware, made of a call with these options. */
  function toOutgoing(
    init: CallOptions & { body?: unknown },
    { url, method, headers, signal }: Request,
    body?: OutgoingRequest['body'],
  ): OutgoingRequest {
    const { origin, pathname, searchParams: query } = new URL(url)
    const address = origin + pathname
    if (!address.startsWith(`${baseUrl}/`)) {
      throw new TypeError(`The request was to ${origin}; tokens go to ${baseUrl} alone.`)
    }
    query.delete('access_token')
    const options = applyDefaults(init, {
      ...settings,
      ...findOperation(address.slice(baseUrl.length)),
    })
    return {
      ...options,
      method,
      address,
      query: query.size > 0 ? `${query}&` : '',
      secretName: 'access_token',
      headers: Object.fromEntries(headers),
      sent: { attempts: 0, request: pickIds(options.body) },
      body,
      signal,
    }
  }

  /** Adds the one `fetch` to a call's options. With the call, since a middleware may replace the request. */
  function addFetch(init: object): Sendable {
    const call: Sendable = {
      ...init,
      async fetch(request: Request) {
        // The headers first: once the body is read, Bun no longer has those of a form.
        const outgoing = toOutgoing(init, request)
        call.received = await send(tokens, { ...outgoing, body: await readBody(request) })
        return toResponse(call.received)
      },
    }
    return call
  }

  /** Adds it where no middleware sees request and response: creating them costs a tenth of a call. */
  function addLightFetch(init: object): Sendable {
    const fetch = (request: Request) => send(tokens, toOutgoing(init, request, request.body))
    return { ...init, Request: createLightRequest, fetch }
  }

  /** Reads what openapi-fetch gives where there is middleware: its response counts. */
  async function readAgain(
    known: { operation: string; sign?: string | undefined },
    { response, error }: { response: Response; error?: unknown },
    { received }: Sendable,
  ): Promise<ReceivedResponse> {
    // Of an HTTP error openapi-fetch has read the body.
    const body = response.ok ? await response.text() : error
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
    // What a middleware says itself holds no token, and is only cut off.
    const { clean = (said: string) => redact(said, ''), sent } = received ?? {}
    return parseResponse({ ...known, now }, response, text, clean, sent)
  }

  const complete: Complete = async (path, body, resolve, options = {}) => {
    checkOptions(options)
    const isOwnKind = body && Symbol.toStringTag in body
    const asItIs = isOwnKind && {
      bodySerializer: (given: unknown) => given,
      headers: { 'content-type': null, ...options.headers },
    }
    const init = { ...options, ...asItIs, body, parseAs: 'stream' }
    const known = findOperation(path.replace(/\?.*/s, ''))
    const call = hasMiddleware ? addFetch(init) : addLightFetch(init)
    const method = options.method ?? (body ? 'post' : 'get')
    const sending = api.request(method as never, path as never, call as never)
    const result = await sending.catch(rethrow(options))
    const received = call.Request
      ? (result.response as never)
      : await readAgain(known, result, call)
    throwIfRefused(errorTexts, known.operation, received)
    const { errcode: _, errmsg: __, ...fields } = received.body
    try {
      return { data: resolve(fields as never), received }
    } catch (cause) {
      throw createFormatError(known.operation, 'fields of other types than on its page', { cause })
    }
  }

  const methods = { ...api } as unknown as Record<string, (...args: never[]) => unknown>
  for (const [name, method] of Object.entries(methods)) {
    // Where a method takes options, they are its last parameter; `use` and `eject` take any number of others.
    const at = method.length - 1
    if (at < 0) continue
    methods[name] = async (...args: object[]) => {
      const { [at]: init = {} } = args
      checkOptions(init)
      args[at] = addFetch(init)
      return (method(...(args as never[])) as Promise<unknown>).catch(rethrow(init))
    }
  }
  methods.use = (...middleware: Middleware[]) => {
    hasMiddleware = true
    api.use(...middleware)
  }
  return { raw: methods as unknown as Client<paths>, complete }
}

/** Throws a signal's reason that counts as false: openapi-fetch drops it, and fails for want of a response. */
function rethrow({ signal }: CallOptions): (error: unknown) => never {
  return (error) => {
    if (!signal?.reason) signal?.throwIfAborted()
    throw error
  }
}

/** Finds what the spec says of a path; one that it does not have is named by itself, and may do anything. */
export function findOperation(
  path: string,
): Pick<OutgoingRequest, 'operation' | 'sign' | 'idempotent'> {
  const known = operations[path]
  const [operation = path, sign, effect] = known ?? []
  return { operation, sign, idempotent: !!known && !effect }
}

/** Stands for the platform's `Request`; openapi-fetch calls it with `new`. */
function createLightRequest(url: string, init: object): object {
  return Object.assign(init, { url })
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the body of a request for each of its attempts: as text where it is text, whatever its type says. */
async function readBody(request: Request): Promise<string | ArrayBuffer | undefined> {
  const bytes = await request.arrayBuffer()
  if (!bytes.byteLength) return undefined
  try {
    return utf8.decode(bytes)
  } catch {
    return bytes
  }
}

const IDS = ['meetingid', 'sub_meetingid', 'meeting_code', 'userid', 'cursor']

/** Finds what an error may say of a body: IDs, and nothing else. */
function pickIds(body: unknown): RequestIds {
  const fields = Object(body)
  const ids: Record<string, string> = {}
  for (const name of IDS) if (typeof fields[name] === 'string') ids[name] = fields[name]
  return ids
}
