import type { ReceivedBody } from './readBody.ts'
import type { UnreadableBody } from './UnreadableBody.ts'

// A byte-order mark is kept, so that JSON.parse refuses it: RFC 8259 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const bodyLimit: number = 1024 * 1024

/** A body that was read as text, as JSON, or neither. */
export interface ParsedBody {
  text?: string
  /** Undefined when it is empty or no JSON. */
  body?: unknown
  /** What keeps it from being JSON, in words. */
  unreadableBody?: UnreadableBody
  /** Set when it was not read to its end. */
  incomplete?: true
}

/** @param about `name` is what the words call it, `limit` what it was read with. */
export function parseBody(
  received: ReceivedBody,
  { name = 'request body', limit = bodyLimit }: { name?: string; limit?: number } = {},
): ParsedBody {
  if (received.state === 'too-large') {
    return unreadable(`the ${name} is over ${limit} bytes`, false)
  }
  if (received.state === 'incomplete') {
    const problem = unreadable(`the ${name} ended before it was complete`, false)
    return { incomplete: true, ...problem }
  }
  if (received.bytes.length === 0) return {}
  return parsed(received.bytes, name)
}

function parsed(bytes: Buffer, name: string): ParsedBody {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return unreadable(`the ${name} is not UTF-8`, true)
  }
  if (text.startsWith('\uFEFF')) {
    return { text, ...unreadable(`the ${name} starts with a byte-order mark`, true) }
  }
  try {
    return { text, body: JSON.parse(text) }
  } catch {
    return { text, ...unreadable(`the ${name} is not JSON`, true) }
  }
}

function unreadable(problem: string, wrongJson: boolean): ParsedBody {
  return { unreadableBody: { problem, wrongJson } }
}
