import type { UnreadableBody } from '../engine/Call.ts'
import type { ReceivedBody } from './readBody.ts'

// A byte-order mark is kept, so that JSON.parse refuses it: RFC 8259 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const bodyLimit: number = 1024 * 1024

/**
 * The body as JSON, or in words what keeps it from being that. An empty body is undefined.
 *
 * @param about `name` is what the words call it, `limit` what it was read with.
 */
export function parseBody(
  received: ReceivedBody,
  { name = 'request body', limit = bodyLimit }: { name?: string; limit?: number } = {},
): { body: unknown } | { unreadableBody: UnreadableBody } {
  if (received.state === 'too-large') {
    return unreadable(`the ${name} is over ${limit} bytes`, false)
  }
  if (received.state === 'incomplete') {
    return unreadable(`the ${name} ended before it was complete`, false)
  }
  if (received.bytes.length === 0) return { body: undefined }
  return parsed(received.bytes, name)
}

function parsed(
  bytes: Buffer,
  name: string,
): { body: unknown } | { unreadableBody: UnreadableBody } {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return unreadable(`the ${name} is not UTF-8`, true)
  }
  if (text.startsWith('\uFEFF')) {
    return unreadable(`the ${name} starts with a byte-order mark`, true)
  }
  try {
    return { body: JSON.parse(text) }
  } catch {
    return unreadable(`the ${name} is not JSON`, true)
  }
}

function unreadable(problem: string, wrongJson: boolean): { unreadableBody: UnreadableBody } {
  return { unreadableBody: { problem, wrongJson } }
}
