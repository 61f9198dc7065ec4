import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { callerAddress } from './callerAddress.ts'

/** Answers what never becomes a request: bytes that are not HTTP, headers too large, CONNECT. */
export function answerBrokenHttp(server: Server, answer: (address: string) => string): void {
  server.on('clientError', (_error, socket) => end(socket as Socket))
  server.on('connect', (_request, socket) => end(socket as Socket))

  function end(socket: Socket): void {
    if (!socket.writable) {
      socket.destroy()
      return
    }
    const body = answer(callerAddress(socket))
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
