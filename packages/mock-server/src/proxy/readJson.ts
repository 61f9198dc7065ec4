import { brotliDecompressSync, unzipSync, zstdDecompressSync } from 'node:zlib'
import { bodyLimit, type Message } from './forward.ts'

/** Reads what can be read: raw control characters, as WeCom sends them, are a problem and no more. */
export function readJson({ bytes, headers, problem }: Message): {
  /** Undefined when there is none. */
  value?: unknown
  /** The body where it is not JSON. */
  text?: string
  problem?: string | undefined
} {
  if (problem) return { problem: `a body that ${problem}` }
  if (bytes.length === 0) return {}
  let text: string
  try {
    const decoded = decompress(bytes, headers['content-encoding'])
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decoded)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const isText = code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    const found = isText ? 'text that is not UTF-8' : `a body that cannot be decoded (${code})`
    return { problem: found }
  }
  const json = text.replace(/^\uFEFF/, '')
  const mark = json === text ? undefined : 'a byte-order mark before the JSON'
  const { repaired, found } = escapeControls(json)
  try {
    return { value: JSON.parse(repaired), problem: mark ?? found }
  } catch (error) {
    return { text, problem: mark ?? found ?? locateError((error as Error).message, json) }
  }
}

function decompress(bytes: Buffer, encoding = ''): Buffer {
  const limit = { maxOutputLength: bodyLimit }
  if (/gzip|deflate/i.test(encoding)) return unzipSync(bytes, limit)
  if (/br/i.test(encoding)) return brotliDecompressSync(bytes, limit)
  return /zstd/i.test(encoding) ? zstdDecompressSync(bytes, limit) : bytes
}

/** Writes the control characters in strings as JSON wants them; `found` names the first. */
function escapeControls(json: string): { repaired: string; found: string | undefined } {
  let inString = false
  let found: string | undefined
  const repaired = json.replace(/\\.|["\p{Cc}]/gsu, (part, at: number) => {
    if (part === '"') inString = !inString
    if (!inString || part >= ' ') return part
    const code = part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    found ??= locate(`raw control character U+${code}`, json, at)
    return `\\u${code}`
  })
  return { repaired, found }
}

/** V8's message gives the place, and otherwise quotes the text. */
function locateError(message: string, json: string): string {
  if (message.includes('end of JSON')) return locate('broken JSON', json, json.length)
  const at = /at position (\d+)/.exec(message)?.[1]
  return at ? locate('broken JSON', json, Number(at)) : 'text that is not JSON'
}

function locate(what: string, json: string, at: number): string {
  return `${what} at byte ${Buffer.byteLength(json.slice(0, at))}`
}
