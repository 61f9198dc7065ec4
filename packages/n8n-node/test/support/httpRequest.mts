import type {
  ICredentialTestFunctions,
  IExecuteFunctions,
  IHttpRequestMethods,
  IHttpRequestOptions,
  IN8nHttpFullResponse,
} from 'n8n-workflow'

export type HttpRequest = IExecuteFunctions['helpers']['httpRequest']

/** Does what n8n's `helpers.httpRequest` does for the options that this package uses. */
export const httpRequest: HttpRequest = async (options) => {
  const url = new URL(options.url, options.baseURL)
  for (const [name, value] of Object.entries(options.qs ?? {})) {
    url.searchParams.set(name, String(value))
  }
  const response = await fetch(url, requestInit(options)).catch((error: NetworkError) => {
    // As axios reports it: with a code, and with the whole request on it.
    const { cause } = error
    const code = cause?.code
    throw Object.assign(new Error(`connect ${code}`), { code, cause, config: options })
  })
  const text = await response.text()
  const body = options.encoding === 'text' ? text : JSON.parse(text)
  if (!options.returnFullResponse) return body
  return {
    body,
    headers: Object.fromEntries(response.headers),
    statusCode: response.status,
  } satisfies IN8nHttpFullResponse
}

/** Asks the mock for the example of that name where the path is `path`. */
export function preferring(path: string, example: string): HttpRequest {
  return (options) =>
    new URL(options.url).pathname === path
      ? httpRequest({ ...options, headers: { ...options.headers, Prefer: `example=${example}` } })
      : httpRequest(options)
}

/** Gives `body` (JSON unless it is text) where the address ends in `path`, whatever is asked. */
export function respondingWith(
  path: string,
  body: unknown,
  then: HttpRequest = httpRequest,
): HttpRequest {
  return async (options) =>
    new URL(options.url).pathname.endsWith(path)
      ? {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: {},
          statusCode: 200,
        }
      : then(options)
}

/** The options of n8n's older helper, as far as the test of a credential uses them. */
interface LegacyOptions {
  method?: IHttpRequestMethods
  uri: string
  headers?: IHttpRequestOptions['headers']
  body?: string
  followRedirect?: boolean
}

/** What n8n gives the test of a credential: its older helper, which sends through `request`. */
export function legacyRequest(request: HttpRequest = httpRequest): ICredentialTestFunctions {
  const helper = async ({ uri, followRedirect = true, ...options }: LegacyOptions) => {
    const response = await request({
      ...(options as IHttpRequestOptions),
      url: uri,
      disableFollowRedirect: !followRedirect,
      encoding: 'text',
      returnFullResponse: true,
    })
    // As n8n does.
    return { ...response, body: response.body === '' ? undefined : response.body }
  }
  return { helpers: { request: helper } } as unknown as ICredentialTestFunctions
}

interface NetworkError {
  cause?: { code?: string }
}

function requestInit(options: IHttpRequestOptions): RequestInit {
  return {
    method: options.method ?? 'GET',
    headers: options.headers as Record<string, string>,
    body: (options.body as string | undefined) ?? null,
    redirect: options.disableFollowRedirect ? 'manual' : 'follow',
    signal: (options.abortSignal as AbortSignal | undefined) ?? null,
  }
}
