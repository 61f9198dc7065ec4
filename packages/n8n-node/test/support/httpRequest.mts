import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow'

/** Does what n8n's `helpers.httpRequest` does for the options that this package uses. */
export async function httpRequest(options: IHttpRequestOptions): Promise<unknown> {
  const url = new URL(options.url, options.baseURL)
  for (const [name, value] of Object.entries(options.qs ?? {})) {
    url.searchParams.set(name, String(value))
  }
  const response = await fetch(url, {
    method: options.method ?? 'GET',
    headers: options.headers as Record<string, string>,
    body: (options.body as string | undefined) ?? null,
    redirect: options.disableFollowRedirect ? 'manual' : 'follow',
    signal: (options.abortSignal as AbortSignal | undefined) ?? null,
  }).catch((error: { cause?: { code?: string } }) => {
    // As axios reports it, with the whole request on it.
    throw Object.assign(new Error(`connect ${error.cause?.code}`), {
      code: error.cause?.code,
      config: options,
    })
  })
  const text = await response.text()
  const body = options.encoding === 'text' ? text : JSON.parse(text)
  if (!options.returnFullResponse) return body
  return {
    body,
    headers: Object.fromEntries(response.headers),
    statusCode: response.status,
    statusMessage: response.statusText,
  } satisfies IN8nHttpFullResponse
}
