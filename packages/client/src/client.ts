import createFetchClient, { type Client, mergeHeaders } from 'openapi-fetch'
import { createFormatError, english, type RequestIds, throwIfRefused } from './errors.ts'
import { applyDefaults, type OutgoingRequest, type Settings, send } from './fetch.ts'
import { createGate } from './gate.ts'
import type { paths } from './generated/openapi.ts'
import { operations } from './generated/operations.ts'
import { createResources, type Resources } from './generated/resources.ts'
import { createEmit } from './hooks.ts'
import { createSleep, type Timer } from './limits.ts'
import {
  type CallOptions,
  checkOptions,
  createTypeError,
  parseBaseUrl,
  type Rule,
  trimCredential,
  type WeComClientOptions,
} from './options.ts'
import { createPagedList, resolvePage } from './paging.ts'
import { toText, toTexts } from './readers.ts'
import { redact, toPlain } from './redact.ts'
import {
  type Call,
  type Completed,
  parseResponse,
  type ReceivedResponse,
  toCall,
  toResponse,
} from './response.ts'
import type { Batch, SendTyped } from './schemas.ts'
import { createCorpTokenSource } from './tokens/corpTokens.ts'
import type { TokenSource } from './tokens/tokenStore.ts'

/** A client for one app of one corp. */
export interface WeComClient extends Resources {
  /**
   * The openapi-fetch client that all calls go through, typed by the spec. Its own calls hand out exactly
   * what WeCom sent: a refusal is data with an `errcode`, and nothing that the pages contradict is resolved.
   * They take `CallLimits` among their options.
   *
   * What is registered with `raw.use(middleware)` sees every call, those of `meetings`, `webinars` and
   * `request` too, without the token; only the request for a token, which carries the secret, does not
   * go through it.
   *
   * @throws {WeComError} If no response of WeCom's comes, such as a `ConnectionError`.
   * @example
   * const { data } = await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid } })
   */
  readonly raw: Client<paths>
  /**
   * Calls any other endpoint of WeCom's with the same token, retries, limits and typed errors. With a body
   * it is a POST, without one a GET, unless `method` says otherwise. Gives the parsed JSON without `errcode` and
   * `errmsg`.
   *
   * @param path From the base URL on, with a query if there is one.
   * @param body What is sent as JSON; `FormData`, `Blob`, `URLSearchParams` and bytes go as they are.
   * @throws {WeComApiError} If WeCom refuses.
   * @throws {TypeError} If the body is no object, or the path does not start with `/`, leads away from the base URL, or has `..` or
   *   `access_token` in it.
   * @example
   * const meeting = await wecom.request<{ meetingid: string }>('/cgi-bin/meeting/create', { title, admin_userid })
   * const user = await wecom.request('/cgi-bin/user/get?userid=zhangsan')
   */
  request<Data extends object = Record<string, unknown>>(
    path: string,
    body?: object,
    options?: RequestOptions,
  ): Call<Data>
}

/** The options of a single `request`. */
export interface RequestOptions extends CallOptions {
  /** Such as `PUT`. @default POST with a body, GET without one */
  method?: string
  /** Goes after the query that the path has. */
  query?: Record<string, string | number | boolean>
}

/** What a client needs from its host. */
export interface Host {
  /** What sends the requests unless the options have another `fetch`. */
  fetch: typeof fetch
  /**
   * What counts the time: of `timeout` and `deadline`, and of the waits between attempts unless the
   * options have another `sleep`.
   */
  timer: Timer
  /** The time of day, in milliseconds since 1970-01-01T00:00:00Z: when a token ends. @default Date.now */
  now?: () => number
  /**
   * Milliseconds since some moment, never set back: how long something took, or is remembered.
   *
   * @default performance.now
   */
  clock?: () => number
  /**
   * Whether calls may wait for others; if not, `concurrency` and `rateLimit` have no effect.
   *
   * @default true
   */
  isShared?: boolean
}

/**
 * Creates a client for a host that brings its own `fetch` and timer; both count where the options have
 * no `fetch` or `sleep`.
 *
 * @throws {TypeError} If an option is wrong, the credentials are incomplete, or the base URL is not https.
 */
export function createHostClient(options: WeComClientOptions, host: Host): WeComClient {
  checkOptions(options)
  const baseUrl = parseBaseUrl(options.baseUrl, options.allowInsecure)
  const settings: Settings = applyDefaults(
    {
      ...options,
      baseUrl,
      // Without those that are undefined, such as a variable of the environment that is not set.
      headers: Object.fromEntries(mergeHeaders(options.headers)),
      emit: createEmit(options),
    },
    {
      ...host,
      clock: host.clock ?? (() => performance.now()),
      now: host.now ?? Date.now,
      sleep: createSleep(host.timer),
      timeout: 30_000,
      isShared: host.isShared ?? true,
      concurrency: 20,
      rateLimit: 0,
      maxRetries: 3,
      waitOnRateLimit: false,
      maxResponseBytes: 64_000_000,
      errorTexts: english,
    },
  )
  const { errorTexts, now, headers } = settings
  const tokens = createTokenSource(options, settings)
  const api = createFetchClient<paths>({ baseUrl, headers })
  let hasMiddleware = false

  /** Adds the one `fetch` to a call's options. With the call, since a middleware may replace the request. */
  function addFetch<Init extends object>(
    init: Init,
    onReceived?: (received: ReceivedResponse) => void,
  ): Init {
    checkOptions(init)
    const isLight = onReceived && !hasMiddleware
    async function fetch(request: Request): Promise<Response> {
      const { method, signal } = request
      const { origin, pathname, search } = new URL(request.url)
      const address = origin + pathname
      if (!address.startsWith(`${baseUrl}/`)) {
        throw new TypeError(`The request was to ${origin}; tokens go to ${baseUrl} alone.`)
      }
      const path = address.slice(baseUrl.length)
      const query = new URLSearchParams(search)
      query.delete('access_token')
      const headers: Record<string, string> = {}
      request.headers.forEach((value, name) => {
        headers[name] = value
      })
      const { idempotent, ...known } = findOperation(path)
      const received = await send(settings, tokens, {
        ...init,
        ...known,
        idempotent: (init as CallOptions).idempotent ?? idempotent,
        method,
        address,
        query: query.size > 0 ? `${query}&` : '',
        secretName: 'access_token',
        headers,
        ids: pickIds((init as { body?: unknown }).body),
        body: isLight ? (request.body as never) : await readBody(request),
        signal,
      })
      onReceived?.(received)
      return isLight ? (received as never) : toResponse(received)
    }
    return { ...init, ...(isLight && { Request: createLightRequest }), fetch }
  }

  /** Sends a typed call through openapi-fetch, and resolves what the pages contradict. */
  async function complete<Data>(
    path: string,
    body: object | undefined,
    resolve: (fields: never) => Data,
    options: CallOptions & { method?: string } = {},
    bodyName = 'request',
  ): Promise<Completed<Data>> {
    checkOptions(options, {})
    if (bodyName) checkOptions(body, {}, bodyName)
    if (NO_BODY.test(`${bodyName && Object.prototype.toString.call(body)}`)) {
      throw createTypeError(bodyName, body, 'a plain object, a form, text or bytes')
    }
    const isOwnKind = body && Symbol.toStringTag in body
    const asItIs = isOwnKind && {
      bodySerializer: (given: unknown) => given,
      headers: { 'content-type': null, ...options.headers },
    }
    let received: ReceivedResponse | undefined
    const init = addFetch({ ...options, ...asItIs, body, parseAs: 'stream' }, (last) => {
      received = last
    })
    const { response, error } = await api.request(
      (options.method ?? (body ? 'post' : 'get')) as never,
      path as never,
      init as never,
    )
    const { operation, sign } = findOperation(path.replace(/\?.*/s, ''))
    // Where there is middleware, its response counts. Of an HTTP error openapi-fetch has read the body.
    if (response instanceof Response) {
      const body = response.ok ? await response.text() : error
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
      received = {
        ...parseResponse(
          { operation, sign, now },
          response,
          text,
          received?.clean ?? withoutSecret,
          received?.sent,
        ),
      }
    }
    const final = received as ReceivedResponse
    throwIfRefused(errorTexts, operation, final)
    const { errcode: _, errmsg: __, ...fields } = final.body
    try {
      return { data: resolve(fields as never), received: final }
    } catch (cause) {
      throw createFormatError(operation, 'fields of other types than on its page', { cause })
    }
  }

  /** Sends a list in parts, one after the other, and adds up how many of it were handled. */
  async function completeBatches<Data>(
    path: string,
    body: object,
    { items, handled, most }: Batch,
    options: CallOptions = {},
  ): Promise<Completed<Data>> {
    checkOptions(options)
    checkOptions(body, { [items]: IDS_TO_SEND }, 'request')
    const all = [...new Set(toTexts(body[items as never]))]
    const size = options.batchSize ?? most ?? all.length
    let sum = 0
    for (let at = 0; ; at += size) {
      const part = { ...body, [items]: all.slice(at, at + size) }
      const { data, received } = await complete(path, part, asSent<Data>, options)
      const count = toText(data[handled as keyof Data])
      if (!/^\d{1,10}$/.test(count))
        throw createFormatError(findOperation(path).operation, `no number as ${handled}`)
      sum += Number(count)
      if (at + size < all.length) continue
      const counts = { [handled]: sum, unhandled_count: Math.max(0, all.length - sum) }
      return { data: { ...data, ...counts }, received }
    }
  }

  const typed: SendTyped = {
    call: (path, body, resolve, options) =>
      toCall(complete(path, body as object, resolve, options)),
    list: (path, body, resolve, paging, options) => {
      checkOptions(body, {}, 'request')
      const { cursor: name = 'cursor' } = paging
      const { [name]: start, ...request } = body as Record<string, string>
      const read = (fields: object) => resolve(resolvePage(fields, paging) as never)
      return createPagedList(
        findOperation(path).operation,
        start ?? '',
        options,
        (cursor, pageOptions) =>
          complete(path, cursor ? { ...request, [name]: cursor } : request, read, pageOptions),
        paging,
      )
    },
    batch: (path, body, batch, options) => toCall(completeBatches(path, body, batch, options)),
  }

  return {
    ...createResources(typed),
    raw: wrapMethods(api, addFetch, () => {
      hasMiddleware = true
    }),
    request: (given, body, options = {}) => {
      checkOptions(options, REQUEST_OPTIONS)
      const { query: pairs, ...rest } = options
      const query = new URLSearchParams(pairs as Record<string, string>)
      const path = query.size > 0 ? `${given}${/\?/.test(given) ? '&' : '?'}${query}` : given
      if (!PATH.test(path) || UNSAFE_PART.test(toPlain(path))) throw new TypeError(UNSAFE_PATH)
      const bodyName = body === undefined ? '' : 'body'
      return toCall(complete(path, body, asSent<never>, rest, bodyName))
    },
  }
}

const isOneOf = (value: unknown, ...types: string[]) => types.includes(typeof value)
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''

const REQUEST_OPTIONS: Record<string, Rule> = {
  method: [(method) => isText(method) && /^[a-z]+$/i.test(method), 'the name of an HTTP method'],
  query: [
    (query) =>
      isOneOf(query, 'object') &&
      Object.values(query ?? [null]).every((value) =>
        isOneOf(value, 'string', 'number', 'boolean'),
      ),
    'an object of texts, numbers, true and false',
  ],
}

/** None that is no ID may be dropped without a word: it would count as handled. */
const IDS_TO_SEND: Rule = [
  (ids) => [ids].flat().every((id) => isText(id) || Number.isSafeInteger(id)),
  'a list of IDs, none of them empty',
]

/** The platform drops tabs and line ends inside an address, and resolves `%2e%2e` as well as `..`. */
const PATH = /^\/[^\t\n\r]*$/
const UNSAFE_PART = /\.\.|access_token/
/** What would be sent as `{}` or as its own name. */
const NO_BODY = /(Map|Set|Promise|Date|RegExp|Error)\]$/
const UNSAFE_PATH =
  'path must start with / and have no .. and no access_token in it, such as /cgi-bin/user/get?userid=zhangsan.'

/** Cuts off what a middleware's own response says; it holds no token. */
function withoutSecret(said: string): string {
  return redact(said, '')
}

function asSent<Fields>(fields: Fields): Fields {
  return fields
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

/** Finds what the spec says of a path; one that it does not have is named by itself, and may do anything. */
function findOperation(path: string): Pick<OutgoingRequest, 'operation' | 'sign' | 'idempotent'> {
  const known = operations[path]
  const [operation = path, sign, effect] = known ?? []
  return { operation, sign, idempotent: !!known && !effect }
}

/**
 * Stands for the platform's `Request` where no middleware sees it: creating one costs a tenth of a call.
 * openapi-fetch calls it with `new`.
 */
function createLightRequest(url: string, init: object): object {
  return Object.assign(init, { url })
}

/** Wraps the methods of an openapi-fetch client: their options are checked, and get the one `fetch`. */
function wrapMethods(
  api: Client<paths>,
  addFetch: (init: object) => object,
  onUse: () => void,
): Client<paths> {
  const methods = { ...api } as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const [name, method] of Object.entries(methods)) {
    if (name === 'eject') continue
    const at = name === 'request' ? 2 : 1
    methods[name] = async (...args) => {
      const { [at]: init = {} } = args as object[]
      args[at] = addFetch(init)
      return method(...args)
    }
  }
  const { use } = api
  return {
    ...(methods as unknown as Client<paths>),
    use: (...middleware) => {
      onUse()
      use(...middleware)
    },
  }
}

/** Creates the token source that the options ask for. */
function createTokenSource(options: WeComClientOptions, settings: Settings): TokenSource {
  const { accessToken } = options
  if (accessToken === undefined) {
    const missing = (['corpId', 'corpSecret'] as const).filter((name) => !options[name])
    if (missing.length === 0) return createCorpTokenSource(settings)
    const named = 'accessToken' in options ? 'accessToken' : missing.join(' and ')
    throw new TypeError(
      `createWeComClient needs corpId and corpSecret, or accessToken; undefined or empty: ${named}.`,
    )
  }
  const check = (name: string, token: unknown) => ({ token: trimCredential(name, token) })
  const held = typeof accessToken === 'function' ? accessToken : check('accessToken', accessToken)
  const only = createGate()
  return {
    get: async () => (typeof held === 'function' ? check('accessToken()', await held()) : held),
    drop: async () => {},
    gate: () => only,
  }
}
