import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { callerAddress } from './callerAddress.ts'

/** Bytes that are not HTTP, or not HTTP that Node takes. */
export interface BrokenHttp {
  /** The caller's. */
  address: string
  /** The head, as far as it can be read; empty where it cannot. */
  method: string
  target: string
  /** What is wrong with it, in the parser's words. */
  reason: string
}

interface HttpError extends Error {
  code?: string
  reason?: string
  rawPacket?: Buffer
}

/** Answers what never becomes a request: bytes that are not HTTP, headers too large, CONNECT. */
export function answerBrokenHttp(server: Server, answer: (broken: BrokenHttp) => string): void {
  const latest = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>()
  const remember = (request: IncomingMessage, response: ServerResponse): void => {
    latest.set(request.socket, { request, response })
  }
  server.on('request', remember)
  server.on('checkExpectation', remember)
  server.on('connect', ({ method = '', url = '' }, socket) =>
    end(socket as Socket, { method, target: url, reason: 'CONNECT is for proxies' }),
  )
  server.on('clientError', (error: HttpError, stream) => {
    const socket = stream as Socket
    const before = latest.get(socket)
    if (!socket.writable) socket.destroy()
    else if (socket.bytesRead === 0) setImmediate(() => nothingCame(error, socket))
    else if (!before) end(socket, brokenHttp(error))
    else if (before.request.complete) {
      // What came whole is answered first.
      onceAnswered(before.response, () => end(socket, brokenHttp(error)))
    } else {
      // The request under way is the broken one: who reads its body sees that, and answers.
      onceAnswered(before.response, () => socket.end())
      if (before.request.listenerCount('error') > 0) before.request.emit('error', error)
    }
  })

  /** A connection opened beforehand, over which nothing was asked; or bytes that wait to be read. */
  function nothingCame(error: HttpError, socket: Socket): void {
    if (socket.bytesRead === 0) socket.end()
    else if (!latest.has(socket)) end(socket, brokenHttp(error))
  }

  function end(socket: Socket, broken: Omit<BrokenHttp, 'address'>): void {
    const body = answer({ ...broken, address: callerAddress(socket) })
    socket.end(
      [
        'HTTP/1.1 200 OK',
        'Content-Type: application/json; charset=UTF-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }
}

function onceAnswered(response: ServerResponse, then: () => void): void {
  if (response.writableFinished || response.destroyed) then()
  else response.once('close', then)
}

function brokenHttp({ reason, message, rawPacket }: HttpError): Omit<BrokenHttp, 'address'> {
  const [, method = '', target = ''] =
    /^([A-Z-]+) (\S+)(?: |\r|$)/.exec(rawPacket?.toString('latin1') ?? '') ?? []
  return { method, target, reason: reason ?? message }
}
