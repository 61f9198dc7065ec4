import { within } from '../core/within.ts'
import { ConnectionError } from '../errors/ConnectionError.ts'
import { HttpError } from '../errors/HttpError.ts'
import { cleanCause, redact } from '../errors/redact.ts'
import type { LimitedCall, OutgoingCall } from './OutgoingCall.ts'
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
  const { tell, now, timer } = transport
  const request = { operation, method, url, attempt }
  const start = now()
  const done = (outcome: object) =>
    tell('onResponse', { request, duration: now() - start, ...outcome })
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
  { operation, method, address, query, secretName, headers, body }: OutgoingCall,
  secret: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  let response: Response
  let text: string
  try {
    const init = { method, headers, body, signal } as RequestInit
    response = await fetch(`${address}?${query}${secretName}=${encodeURIComponent(secret)}`, init)
    text = await response.text()
  } catch (error) {
    throw new ConnectionError(
      `${operation} got no answer from ${new URL(address).origin} (${reasonOf(error, secret)}); check the address and the network.`,
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

/** The code that Node, Bun and others give for what went wrong, or the message where there is none. */
function reasonOf(thrown: unknown, secret: string): string {
  const { cause } = Object(thrown)
  const { code, message = 'no reason given' } = Object(cause ?? thrown)
  return redact(String(code ?? message), secret)
}
