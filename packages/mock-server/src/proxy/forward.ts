import {
  Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'
import { type ReceivedBody, readBody } from '../front/readBody.ts'
import { sendJson } from '../front/sendJson.ts'
import { decodedBody } from './decodedBody.ts'
import { endToEndHeaders } from './hopByHop.ts'
import { upstreamFailure } from './upstreamFailure.ts'

/** A longer body is forwarded all the same, and not judged. In bytes. */
export const judgedBodyLimit: number = 8 * 1024 * 1024

/** What went to the service and what came back; without an answer, why. */
export interface Forwarded {
  requestBody: ReceivedBody
  answer: { status: number; contentType: string; body: ReceivedBody } | undefined
  failure?: string
}

export interface Forwarder {
  /** Passes a request on and its answer back, byte by byte; never rejects. */
  forward(request: IncomingMessage, response: ServerResponse): Promise<Forwarded>
  /** @throws when the service does not answer at all. */
  reach(): Promise<void>
  close(): void
}

/** @param timeout milliseconds without a byte from the service. */
export function createForwarder(upstream: URL, timeout: number): Forwarder {
  const secure = upstream.protocol === 'https:'
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new Agent({ keepAlive: true })
  const basePath = upstream.pathname.replace(/\/$/, '')
  const limits = { limit: judgedBodyLimit, timeout: 2 * timeout }

  function open(method: string, target: string, headers: string[]): ClientRequest {
    const { hostname, port, protocol } = urlToHttpOptions(upstream)
    const path = basePath + target
    const options = { hostname, port, protocol, method, path, headers, agent, timeout }
    const outgoing = secure ? httpsRequest(options) : httpRequest(options)
    outgoing.on('timeout', () => outgoing.destroy(timedOut()))
    return outgoing
  }

  return {
    async forward(request, response) {
      const outgoing = open(request.method ?? 'GET', originForm(request.url), [
        'Host',
        upstream.host,
        ...withoutHost(endToEndHeaders(request.rawHeaders)),
        ...(request.headers['transfer-encoding'] ? ['Transfer-Encoding', 'chunked'] : []),
      ])
      const requestBody = readBody(request, limits)
      request.pipe(outgoing)
      response.on('close', () => {
        if (!response.writableFinished) outgoing.destroy()
      })
      try {
        const incoming = await answerOf(outgoing)
        return { requestBody: await requestBody, answer: await passedBack(incoming, response) }
      } catch (error) {
        const failure = upstreamFailure(error, upstream)
        // What the broken pipe has paused is still read to its end, so that the caller reads the answer.
        request.resume()
        if (!response.headersSent)
          sendJson(response, 502, JSON.stringify({ error: failure }), { close: true })
        return { requestBody: await requestBody, answer: undefined, failure }
      }
    },

    async reach() {
      const outgoing = open('HEAD', '/', ['Host', upstream.host])
      outgoing.end()
      const incoming = await answerOf(outgoing)
      incoming.resume()
    },

    close: () => agent.destroy(),
  }

  async function passedBack(incoming: IncomingMessage, response: ServerResponse) {
    const { statusCode: status = 502, statusMessage, headers } = incoming
    response.sendDate = false
    response.writeHead(status, statusMessage, endToEndHeaders(incoming.rawHeaders))
    incoming.pipe(response)
    incoming.on('close', () => {
      if (!incoming.complete) response.destroy()
    })
    const received = await readBody(incoming, limits)
    const body = decodedBody(received, headers['content-encoding'], judgedBodyLimit)
    return { status, contentType: headers['content-type'] ?? '', body }
  }
}

function answerOf(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve)
    // Stays attached: a later error ends the answer, which its reader sees for itself.
    outgoing.on('error', reject)
    // Without either: the service wants another protocol (101), and Node hangs up.
    outgoing.on('close', () => reject(hungUp()))
  })
}

/** A client that was told to use this as its HTTP proxy sends the whole URL as the target. */
function originForm(target = '/'): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?=[^/])/, '/')
}

function withoutHost(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, index) => rawHeaders[index - (index % 2)]?.toLowerCase() !== 'host')
}

function hungUp(): Error {
  return Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' })
}

function timedOut(): Error {
  return Object.assign(new Error('no byte came in time'), { code: 'ETIMEDOUT' })
}
