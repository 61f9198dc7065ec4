import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Fault } from '../faults/Fault.ts'
import type { Sleep } from '../options.ts'

const jsonType = 'application/json; charset=UTF-8'
const slowParts = 20

/** `close` ends the connection with the response, where the request was not read to its end. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  { close = false, headers = {} }: { close?: boolean; headers?: OutgoingHttpHeaders } = {},
): void {
  writeHead(response, status, Buffer.byteLength(body), { close, headers })
  response.end(body)
}

function writeHead(
  response: ServerResponse,
  status: number,
  length: number,
  { close, headers }: { close: boolean; headers: OutgoingHttpHeaders },
): void {
  response.writeHead(status, {
    'content-type': jsonType,
    ...(headers['transfer-encoding'] === undefined && { 'content-length': length }),
    ...(close && { connection: 'close' }),
    ...headers,
  })
}

/**
 * Sends a response the way the fault wants it: broken off, cut short, as HTML, slowly.
 *
 * @returns The HTTP status, 0 when none was sent, and the text, if any of it was.
 */
export async function sendFaulty(
  response: ServerResponse,
  text: string,
  fault: Fault,
  { close, sleep, signal }: { close: boolean; sleep: Sleep; signal: AbortSignal },
): Promise<{ status: number; text: string | undefined }> {
  const { html, contentType, status = html ?? 200 } = fault
  if (fault.drop === 'before') {
    response.destroy()
    return { status: 0, text: undefined }
  }
  const type = contentType ?? (html === undefined ? jsonType : 'text/html; charset=UTF-8')
  const own = Object.entries(fault.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ])
  const headers = { 'content-type': type, ...Object.fromEntries(own) }
  const bytes = Buffer.from(html === undefined ? text : renderGatewayPage(html))
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  if (fault.drop === 'middle') {
    writeHead(response, status, bytes.length, { close, headers })
    await new Promise((resolve) => response.write(half, resolve))
    response.destroy()
  } else if (fault.slowBody !== undefined) {
    writeHead(response, status, bytes.length, { close, headers })
    const size = Math.ceil(bytes.length / slowParts)
    for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
      await sleep(fault.slowBody / slowParts, signal)
      response.write(bytes.subarray(start, start + size))
    }
    response.end()
  } else sendJson(response, status, fault.truncate ? half : bytes, { close, headers })
  return { status, text: html === undefined ? text : undefined }
}

function renderGatewayPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`
}
