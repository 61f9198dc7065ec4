import type { Call } from '../engine/Call.ts'
import type { KeptRequest } from '../journal.ts'
import type { Reply } from './createRequestListener.ts'
import { masked } from './mask.ts'
import type { ReceivedBody } from './readBody.ts'

/** Of a longer body, in bytes, the journal keeps nothing. */
const keptBodySize = 16 * 1024

export function journalEntry(
  call: Call,
  { status, answer, reasons, operation, received }: Reply,
  { time, duration }: { time: number; duration: number },
): KeptRequest {
  return {
    number: call.number,
    time: new Date(time).toISOString(),
    operation: operation?.operationId,
    method: call.method.toUpperCase(),
    path: call.url.path,
    query: masked(call.url.query),
    bodyText: bodyText(received),
    verdict: { valid: reasons.length === 0, reasons },
    status,
    answer: masked(answer),
    duration,
  }
}

function bodyText(received: ReceivedBody | undefined): string | undefined {
  if (received?.state !== 'whole' || received.bytes.length > keptBodySize) return undefined
  return received.bytes.toString()
}
