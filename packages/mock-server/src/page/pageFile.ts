import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'

/** One file of the page, ready to be sent. */
export interface PageFile {
  bytes: Buffer
  contentType: string
  contentEncoding?: 'gzip'
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Beside this module in the sources, and in what is published: `tsdown.config.ts` puts them there. */
const folder = new URL('./client/', import.meta.url)

/** @param name a file's name, from a URL: nothing is trusted about it. */
export async function pageFile(name: string): Promise<PageFile | undefined> {
  const contentType = contentTypes[extname(name)]
  if (!contentType || !/^[a-zA-Z]+\.[a-z]+$/.test(name)) return undefined
  if (name === 'scalar.js') return reference(contentType)
  const bytes = (await contentOf(name)) ?? (await strippedContentOf(name))
  return bytes && { bytes, contentType }
}

/** In the workspace the scripts are still TypeScript. */
async function strippedContentOf(name: string): Promise<Buffer | undefined> {
  if (!name.endsWith('.js')) return undefined
  const source = await contentOf(name.replace(/js$/, 'ts'))
  if (!source) return undefined
  const { strippedTypes } = await import('./strippedTypes.ts')
  return Buffer.from(strippedTypes(source.toString()))
}

/** Scalar's browser bundle: 4 MB, sent and published as 1.3. */
async function reference(contentType: string): Promise<PageFile> {
  const published = await contentOf('scalar.js.gz')
  const bytes = published ?? gzipSync(await readFile(await scalarBundle()))
  return { bytes, contentType, contentEncoding: 'gzip' }
}

async function scalarBundle(): Promise<URL> {
  const { scalarBundleUrl } = await import('./scalarBundle.ts')
  return scalarBundleUrl
}

async function contentOf(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(new URL(name, folder))
  } catch {
    return undefined
  }
}
