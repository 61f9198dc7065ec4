import { readFile } from 'node:fs/promises'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { type Language, localizeDocument } from '@wecom-meeting/spec'
import type { MockRequest } from '../http/MockRequest.ts'
import { sendJson } from '../http/sendResponse.ts'
import type { MockServerSettings } from '../options.ts'
import { readSpecFile } from '../spec/readSpecFile.ts'

/**
 * Nothing but this server's own files may be loaded or called: the page works without a network, and
 * nobody else hears of what is tested. The reference sets styles on its elements, hence the one
 * exception.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  // By the Referer the mock knows its page's own calls, where browsers send nothing better.
  'referrer-policy': 'same-origin',
  // A newer mock on the same port must not be shown with the older one's files.
  'cache-control': 'no-cache',
}

const html = 'text/html; charset=utf-8'
const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'
const json = 'application/json'
/** All that is served; the page itself is at `/`, its files under `/__page/`. */
const files: ReadonlyMap<string, OutgoingHttpHeaders> = new Map([
  ['/', { 'content-type': html }],
  ['/__page/style.css', { 'content-type': css }],
  ['/__page/main.js', { 'content-type': script }],
  // Scalar's browser bundle: 4 MB, sent and published as 1.3.
  ['/__page/scalar.js', { 'content-type': script, 'content-encoding': 'gzip' }],
  ['/__page/openapi.en.json', { 'content-type': json }],
  ['/__page/openapi.zh.json', { 'content-type': json }],
])

export async function servePage(
  { method, path }: MockRequest,
  response: ServerResponse,
  { spec }: MockServerSettings,
): Promise<void> {
  const refuse = (status: number, error: string) =>
    sendJson(response, status, JSON.stringify({ error }))
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(405, `${method} where GET is required`)
  }
  const own = files.get(path)
  if (!own) return refuse(404, `no such path: ${path}; the page is at /`)
  const file = await readPageFile(path, spec)
  response.writeHead(200, { ...headers, ...own, 'content-length': Buffer.byteLength(file) })
  response.end(file)
}

async function readPageFile(path: string, spec: string | undefined): Promise<Buffer | string> {
  const language = /openapi\.(en|zh)\.json$/.exec(path)?.[1]
  if (language) return JSON.stringify(localizeDocument(readSpecFile(spec), language as Language))
  const name = basename(path).replace('scalar.js', 'scalar.js.gz') || 'index.html'
  try {
    // Beside this module in the sources, and in what is published: `tsdown.config.ts` puts them there.
    return await readFile(new URL(`./client/${name}`, import.meta.url))
  } catch {
    return (await import('./workspace.ts')).makeFile(name)
  }
}
