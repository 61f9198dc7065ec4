import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Fault } from '../faults/Fault.ts'
import type { MockServerSettings } from '../options.ts'
import type { MockRequest } from './MockRequest.ts'

const jsonType = 'application/json; charset=UTF-8'
const slowParts = 20

/** `close` ends the connection with the response, where the request was not read to its end. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: string,
  close = false,
): void {
  response.writeHead(status, {
    'content-type': jsonType,
    'content-length': Buffer.byteLength(body),
    ...(close && { connection: 'close' }),
  })
  response.end(body)
}

/**
 * Sends a response, broken off, cut short, as HTML or slowly where a fault wants it so. Notes at the request
 * what was sent.
 */
export async function sendResponse(
  request: MockRequest,
  response: ServerResponse,
  text: string,
  { fault, sleep }: { fault: Fault | undefined; sleep: MockServerSettings['sleep'] },
): Promise<void> {
  const { html, drop, slowBody, status = html ?? (request.status || 200) } = fault ?? {}
  const close = request.bodyProblem?.kind === 'incomplete'
  const isDropped = drop === 'before' || response.destroyed
  if (isDropped || html !== undefined) request.errcode = undefined
  request.status = 0
  if (isDropped) return void response.destroy()
  if (html === undefined) request.responseText = text
  if (!fault) {
    request.status = status
    return sendJson(response, status, text, close)
  }
  const whole = Buffer.from(html === undefined ? text : renderGatewayPage(html))
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  const bytes = fault.truncate ? half : whole
  const type = html === undefined ? jsonType : 'text/html; charset=UTF-8'
  const headers: OutgoingHttpHeaders = { 'content-type': fault.contentType ?? type }
  for (const [name, value] of Object.entries(fault.headers ?? {})) {
    headers[name.toLowerCase()] = value
  }
  if (close) headers.connection ??= 'close'
  if (headers['transfer-encoding'] === undefined) headers['content-length'] ??= bytes.length
  response.writeHead(status, headers)
  request.status = status
  if (drop === 'middle') {
    await new Promise((resolve) => response.write(half, resolve))
    response.destroy()
  } else if (slowBody !== undefined) {
    const size = Math.ceil(bytes.length / slowParts)
    for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
      await waitWithCaller(response, slowBody / slowParts, sleep)
      response.write(bytes.subarray(start, start + size))
    }
    response.end()
  } else response.end(bytes)
}

/** Waits, but no longer than somebody waits for the response. */
export async function waitWithCaller(
  response: ServerResponse,
  milliseconds: number,
  sleep: MockServerSettings['sleep'],
): Promise<void> {
  const hungUp = new AbortController()
  const abort = () => hungUp.abort()
  response.once('close', abort)
  if (response.destroyed) abort()
  try {
    await sleep(milliseconds, hungUp.signal)
  } catch (error) {
    if (!hungUp.signal.aborted) throw error
  }
  response.off('close', abort)
}

function renderGatewayPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`
}
