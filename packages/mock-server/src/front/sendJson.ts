import type { ServerResponse } from 'node:http'
import type { JsonObject } from '../json.ts'

/** `close` ends the connection with the answer, where the request was not read to its end. */
export function sendJson(
  response: ServerResponse,
  status: number,
  answer: JsonObject,
  { close }: { close: boolean },
): void {
  const text = JSON.stringify(answer)
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
    ...(close ? { connection: 'close' } : {}),
  })
  response.end(text)
}
