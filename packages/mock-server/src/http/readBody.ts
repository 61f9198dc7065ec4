import type { IncomingMessage } from 'node:http'
import type { BodyProblem, MockRequest } from './MockRequest.ts'

// A byte-order mark is kept, so that JSON.parse refuses it: RFC 8259 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const mostBytes = 1024 * 1024

/**
 * Reads a request's body to its end, so that the caller can always read the response, but keeps no
 * more than 1 MB and waits no longer than `timeout` milliseconds; then reads it as JSON.
 */
export async function readBody(
  request: MockRequest,
  incoming: IncomingMessage,
  timeout: number,
): Promise<void> {
  const bytes = await receiveBytes(incoming, timeout)
  if (typeof bytes === 'string') request.bodyProblem = problems[bytes]
  else if (bytes.length > 0) parseJson(request, bytes)
}

function parseJson(request: MockRequest, bytes: Buffer): void {
  try {
    request.bodyText = utf8.decode(bytes)
  } catch {
    request.bodyProblem = notJson('is not UTF-8')
    return
  }
  try {
    request.body = JSON.parse(request.bodyText)
  } catch {
    const hasMark = request.bodyText.startsWith('\uFEFF')
    request.bodyProblem = notJson(hasMark ? 'starts with a byte-order mark' : 'is not JSON')
  }
}

function notJson(what: string): BodyProblem {
  return { reason: `the request body ${what}`, kind: 'not-json' }
}

const problems: Readonly<Record<'too-large' | 'incomplete', BodyProblem>> = {
  'too-large': { reason: `the request body is over ${mostBytes} bytes`, kind: 'too-large' },
  incomplete: { reason: 'the request body ended before it was complete', kind: 'incomplete' },
}

function receiveBytes(
  incoming: IncomingMessage,
  timeout: number,
): Promise<Buffer | keyof typeof problems> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => finish('incomplete'), timeout)

    function finish(result: Buffer | keyof typeof problems): void {
      clearTimeout(timer)
      resolve(result)
    }
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
      else chunks.length = 0
    })
    incoming.on('end', () => finish(size > mostBytes ? 'too-large' : Buffer.concat(chunks)))
    incoming.on('error', () => finish('incomplete'))
    incoming.on('close', () => finish('incomplete'))
  })
}
