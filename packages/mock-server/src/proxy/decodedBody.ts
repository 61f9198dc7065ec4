import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import type { ReceivedBody } from '../front/readBody.ts'

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

/** A body as it was before its Content-Encoding; one that cannot be decoded stays as it is. */
export function decodedBody(
  received: ReceivedBody,
  encoding: string | undefined,
  limit: number,
): ReceivedBody {
  const decode = decoders[encoding?.trim().toLowerCase() ?? '']
  if (!decode || received.state !== 'whole' || received.bytes.length === 0) return received
  try {
    return { state: 'whole', bytes: decode(received.bytes, { maxOutputLength: limit }) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ERR_BUFFER_TOO_LARGE' ? { state: 'too-large' } : received
  }
}
