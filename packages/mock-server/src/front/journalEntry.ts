import type { Call } from '../engine/Call.ts'
import type { JournalEntry } from '../journal.ts'
import type { Reply } from './createRequestListener.ts'
import { masked } from './mask.ts'

/** A body longer than this, in bytes, is not kept in the journal. */
const keptBodySize = 16 * 1024

export function journalEntry(
  call: Call,
  { status, answer, reasons, operation, received }: Reply,
  { time, duration }: { time: number; duration: number },
): JournalEntry {
  const size = received?.state === 'whole' ? received.bytes.length : 0
  return {
    number: call.number,
    time: new Date(time).toISOString(),
    operation: operation?.operationId,
    method: call.method.toUpperCase(),
    path: call.url.path,
    query: masked(call.url.query),
    body: size > keptBodySize ? `(${size} bytes, not kept)` : call.body,
    verdict: { valid: reasons.length === 0, reasons },
    status,
    answer: masked(answer),
    duration,
  }
}
