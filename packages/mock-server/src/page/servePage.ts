import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Language, localizeDocument } from '@wecom-meeting/spec'
import type { MockRequest } from '../http/MockRequest.ts'
import { sendJson } from '../http/sendResponse.ts'
import type { Settings } from '../options.ts'
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

/** One file of the page, ready to be sent. */
interface PageFile {
  bytes: Buffer
  contentType: string
  contentEncoding?: 'gzip'
}

/** The page at `/`, and its files under `/__page/`. */
export async function servePage(
  { method, path }: MockRequest,
  response: ServerResponse,
  { spec }: Settings,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(response, 405, `${method} where GET is required`)
  }
  const language = /^\/__page\/openapi\.(en|zh)\.json$/.exec(path)?.[1]
  const file = language
    ? createDocument(language as Language, spec)
    : await readPageFile(path === '/' ? 'index.html' : path.slice('/__page/'.length))
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

function refuse(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, JSON.stringify({ error }))
}

function createDocument(language: Language, spec: string | undefined): PageFile {
  const document = localizeDocument(readSpecFile(spec), language)
  return { bytes: Buffer.from(JSON.stringify(document)), contentType: 'application/json' }
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** Beside this module in the sources, and in what is published: `tsdown.config.ts` puts them there. */
const folder = new URL('./client/', import.meta.url)

/** @param name a file's name, from a URL: nothing is trusted about it. */
async function readPageFile(name: string): Promise<PageFile | undefined> {
  const contentType = contentTypes[extname(name)]
  if (!contentType || !/^[a-z]+\.[a-z]+$/.test(name)) return undefined
  if (name === 'scalar.js') return readReference(contentType)
  if (name === 'main.js') return { bytes: await readScript(), contentType }
  const bytes = await readContent(name)
  return bytes && { bytes, contentType }
}

/** Scalar's browser bundle: 4 MB, sent and published as 1.3. */
async function readReference(contentType: string): Promise<PageFile> {
  const published = await readContent('scalar.js.gz')
  if (published) return { bytes: published, contentType, contentEncoding: 'gzip' }
  const { scalarBundleUrl } = await import('./workspace.ts')
  const bytes = gzipSync(await readFile(scalarBundleUrl))
  return { bytes, contentType, contentEncoding: 'gzip' }
}

async function readScript(): Promise<Buffer> {
  const published = await readContent('main.js')
  if (published) return published
  const { bundleScript } = await import('./workspace.ts')
  return Buffer.from(await bundleScript(new URL('main.ts', folder)))
}

async function readContent(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(new URL(name, folder))
  } catch {
    return undefined
  }
}
