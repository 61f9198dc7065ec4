import { within } from '../core/within.ts'
import { ConnectionError } from '../errors/ConnectionError.ts'
import { HttpError } from '../errors/HttpError.ts'
import { cleanCause, redact } from '../errors/redact.ts'
import { type AnswerBody, parseAnswer } from './parseAnswer.ts'
import type { Transport } from './Transport.ts'

/** One request, and what must not show of it. */
export interface Exchange {
  operation: string
  /** With everything in its query. */
  url: string
  init: { method: string; headers?: Headers; body?: string }
  /** The token or the secret in the query. */
  secret: string
  attempt: number
  signal: AbortSignal | undefined
  /** In milliseconds. */
  timeout: number
}

/** An answer that is JSON, read to its end. */
export interface Answer {
  body: AnswerBody
  text: string
  response: Response
  secret: string
}

/**
 * Sends one request and reads the answer.
 *
 * @throws ConnectionError, TimeoutError, HttpError or ResponseFormatError; the signal's reason if it aborted.
 */
export async function exchange(transport: Transport, sent: Exchange): Promise<Answer> {
  const { operation, url, init, attempt, timeout: ms } = sent
  const { tell, now, timer } = transport
  const [address = ''] = url.split('?')
  const request = { operation, method: init.method, url: address, attempt }
  const start = now()
  const done = (outcome: object) =>
    tell('onResponse', { request, duration: now() - start, ...outcome })
  tell('onRequest', request)
  try {
    const limit = { operation, name: 'timeout', ms, timer } as const
    const answer = await within(sent.signal, (signal) => send(transport, sent, signal), limit)
    done({ status: answer.response.status, errcode: answer.body.errcode ?? 0 })
    return answer
  } catch (error) {
    done({ error })
    throw error
  }
}

async function send(
  { fetch }: Transport,
  { operation, url, init, secret }: Exchange,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  let response: Response
  let text: string
  try {
    response = await fetch(url, signal ? { ...init, signal } : init)
    text = await response.text()
  } catch (error) {
    throw new ConnectionError(
      `${operation} got no answer from ${new URL(url).origin} (${reasonOf(error, secret)}); check the address and the network.`,
      { operation, cause: cleanCause(error, secret) },
    )
  }
  const { ok, status } = response
  if (!ok) {
    throw new HttpError(
      `${operation} was answered with HTTP ${status}; look at what stands in between.`,
      { operation, status },
    )
  }
  return { ...parseAnswer(operation, text), response, secret }
}

/** The code that Node, Bun and others give for what went wrong, or what else there is. */
function reasonOf(thrown: unknown, secret: string): string {
  const { cause } = Object(thrown)
  const { code, name = 'no reason given' } = Object(cause ?? thrown)
  return redact(String(code ?? name), secret)
}
