import type { ServerResponse } from 'node:http'

export const jsonType = 'application/json; charset=UTF-8'

/** `close` ends the connection with the answer, where the request was not read to its end. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  { close = false, contentType = jsonType }: { close?: boolean; contentType?: string } = {},
): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    ...(close ? { connection: 'close' } : {}),
  })
  response.end(body)
}
