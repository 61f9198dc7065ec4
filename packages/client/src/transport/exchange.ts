import { within } from '../core/within.ts'
import { ResponseFormatError } from '../errors/ResponseFormatError.ts'
import { connectionError, httpError } from './failures.ts'
import type { LimitedCall } from './OutgoingCall.ts'
import { type AnswerBody, parseAnswer } from './parseAnswer.ts'
import type { Transport } from './Transport.ts'

/** An answer that is JSON, read to its end. */
export interface Answer {
  body: AnswerBody
  text: string
  response: Response
  secret: string
}

/**
 * Sends one attempt of a call and reads the answer.
 *
 * @param secret The token, or the secret of the token's own request.
 * @throws ConnectionError, TimeoutError, HttpError or ResponseFormatError; the signal's reason if it aborted.
 */
export async function exchange(
  transport: Transport,
  call: LimitedCall,
  secret: string,
  attempt: number,
): Promise<Answer> {
  const { operation, method, address: url, timeout: ms } = call
  const { tell, clock, timer } = transport
  const request = { operation, method, url, attempt }
  const start = clock()
  const done = (outcome: object) =>
    tell('onResponse', { request, duration: clock() - start, ...outcome })
  tell('onRequest', request)
  try {
    const work = (signal?: AbortSignal) => answerTo(transport, call, secret, signal)
    const answer = await within(call.signal, work, { operation, name: 'timeout', ms, timer })
    done({ status: answer.response.status, errcode: answer.body.errcode ?? 0 })
    return answer
  } catch (error) {
    done({ error })
    throw error
  }
}

async function answerTo(
  { fetch }: Transport,
  call: LimitedCall,
  secret: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { operation, method, address, query, secretName, headers, body } = call
  let response: Response
  let text: string
  try {
    // Whoever follows a redirect sends the secret along.
    const init = { method, headers, body, signal, redirect: 'manual' } as RequestInit
    response = await fetch(`${address}?${query}${secretName}=${encodeURIComponent(secret)}`, init)
    text = await readText(call, response)
  } catch (error) {
    if (error instanceof ResponseFormatError) throw error
    throw connectionError(call, error, secret)
  }
  // An HTTP error may carry a refusal of WeCom's: its errcode says more than the status.
  const isOk = response.ok
  try {
    const parsed = parseAnswer(operation, text)
    if (isOk || parsed.body.errcode) return { ...parsed, response, secret }
  } catch (error) {
    if (isOk) throw error
  }
  throw httpError(operation, response.status)
}

/**
 * The body, cut off where it is longer than allowed. What arrives is counted: compressed, little can
 * become a lot, so `content-length` says nothing.
 */
async function readText(
  { operation, maxResponseBytes }: LimitedCall,
  response: Response,
): Promise<string> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  const { body } = response
  // A host's own fetch may have the whole body as text, and no stream of it.
  const chunks = body?.[Symbol.asyncIterator] ? body : [await response.text()]
  for await (const chunk of chunks as AsyncIterable<string | Uint8Array>) {
    size += chunk.length
    if (size > maxResponseBytes) {
      const message = `${operation} was answered with more than maxResponseBytes: ${maxResponseBytes}.`
      throw new ResponseFormatError(message, { operation, retryable: false })
    }
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Headers of a body as it was sent, which is not how it is handed out. */
const TRANSFER_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding']

/** The response to hand out: its body still to be read, and without its address, which holds the token. */
export function responseOf({ text, response }: Pick<Answer, 'text' | 'response'>): Response {
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  for (const name of TRANSFER_HEADERS) headers.delete(name)
  return new Response(text, { status, statusText, headers })
}
