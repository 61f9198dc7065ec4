import type { ServerResponse } from 'node:http'
import type { Fault } from '../faults/Fault.ts'
import type { Sleep } from '../options.ts'

const jsonType = 'application/json; charset=UTF-8'
const slowParts = 20

/** `close` ends the connection with the response, where the request was not read to its end. */
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

/**
 * Sends a response the way the fault wants it: broken off, cut short, as HTML, slowly.
 *
 * @returns The HTTP status, 0 when none was sent, and the JSON, if any of it was.
 */
export async function sendFaulty(
  response: ServerResponse,
  text: string,
  fault: Fault,
  { close, sleep, signal }: { close: boolean; sleep: Sleep; signal: AbortSignal },
): Promise<{ status: number; text: string | undefined }> {
  if (fault.drop === 'before') {
    response.destroy()
    return { status: 0, text: undefined }
  }
  if (fault.html !== undefined) {
    const contentType = 'text/html; charset=UTF-8'
    sendJson(response, fault.html, renderGatewayPage(fault.html), { close, contentType })
    return { status: fault.html, text: undefined }
  }
  const bytes = Buffer.from(text)
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  if (fault.drop === 'middle') {
    writeHead(response, bytes)
    await new Promise((resolve) => response.write(half, resolve))
    response.destroy()
  } else if (fault.slowBody !== undefined) {
    writeHead(response, bytes)
    const size = Math.ceil(bytes.length / slowParts)
    for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
      await sleep(fault.slowBody / slowParts, signal)
      response.write(bytes.subarray(start, start + size))
    }
    response.end()
  } else if (fault.truncate) sendJson(response, 200, half, { close })
  else sendJson(response, 200, bytes, { close, contentType: fault.contentType ?? jsonType })
  return { status: 200, text }
}

function writeHead(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': jsonType, 'content-length': bytes.length })
}

function renderGatewayPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`
}
