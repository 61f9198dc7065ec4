import type { ServerResponse } from 'node:http'
import { sendJson } from '../front/sendJson.ts'
import type { Settings } from '../options.ts'
import { readSpecFile } from '../spec/readSpecFile.ts'
import { type Language, localizedDocument } from './localizedDocument.ts'
import { type PageFile, pageFile } from './pageFile.ts'

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
  'referrer-policy': 'no-referrer',
  // A newer mock on the same port must not be shown with the older one's files.
  'cache-control': 'no-cache',
}

export async function servePage(
  method: string,
  path: string,
  response: ServerResponse,
  settings: Settings,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(response, 405, `${method} where GET is required`)
  }
  const file = await fileAt(path, settings)
  if (!file) return refuse(response, 404, `no such path: ${path}; the page is at /`)
  const { bytes, contentType, contentEncoding } = file
  response.writeHead(200, {
    ...headers,
    'content-type': contentType,
    'content-length': bytes.length,
    ...(contentEncoding ? { 'content-encoding': contentEncoding } : {}),
  })
  response.end(method === 'HEAD' ? undefined : bytes)
}

async function fileAt(path: string, settings: Settings): Promise<PageFile | undefined> {
  const language = /^\/__page\/openapi\.(en|zh)\.json$/.exec(path)?.[1]
  if (language) return documentIn(language as Language, settings)
  return pageFile(path === '/' ? 'index.html' : path.slice('/__page/'.length))
}

function documentIn(language: Language, { spec }: Settings): PageFile {
  const document = localizedDocument(readSpecFile(spec), language)
  return { bytes: Buffer.from(JSON.stringify(document)), contentType: 'application/json' }
}

function refuse(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, JSON.stringify({ error }))
}
