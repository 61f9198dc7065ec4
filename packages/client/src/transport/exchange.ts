import { ConnectionError } from '../errors/ConnectionError.ts'
import { HttpError } from '../errors/HttpError.ts'
import { ResponseFormatError } from '../errors/ResponseFormatError.ts'

/** What WeCom answers, refusal or not. */
export interface AnswerBody {
  errcode?: number
  errmsg?: string
}

/** An answer that is JSON, read to its end. */
export interface Answer {
  body: AnswerBody
  text: string
  response: Response
}

/**
 * Sends one request and reads the answer.
 *
 * @throws ConnectionError, HttpError or ResponseFormatError; the signal's reason if it aborted.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  operation: string,
  url: string,
  init: RequestInit,
): Promise<Answer> {
  const { response, text } = await send(fetch, operation, url, init)
  if (!response.ok) {
    throw new HttpError(
      `${operation} was answered with HTTP ${response.status}; WeCom itself answers 200, so look at what stands in between.`,
      response.status,
    )
  }
  return { body: parse(operation, text), text, response }
}

async function send(
  fetch: typeof globalThis.fetch,
  operation: string,
  url: string,
  init: RequestInit,
): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init)
    return { response, text: await response.text() }
  } catch (cause) {
    init.signal?.throwIfAborted()
    // The cause is left out: a fetch may put the address into it, and the address holds the token.
    throw new ConnectionError(
      `${operation} got no answer from ${new URL(url).origin} (${reasonOf(cause)}); check the address and the network.`,
    )
  }
}

function reasonOf(cause: unknown): string {
  const { code, name } = ((cause as { cause?: unknown }).cause ?? cause) as Record<string, unknown>
  return String(code ?? name ?? 'no reason given')
}

function parse(operation: string, text: string): AnswerBody {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch {
    // Said below: what came is no JSON object either way.
  }
  throw new ResponseFormatError(
    `${operation} was answered with ${text.length} characters that are no JSON object; expected WeCom's answer, so look at what stands in between.`,
  )
}
