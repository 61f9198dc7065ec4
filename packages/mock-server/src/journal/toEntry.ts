import type { ActiveFault } from '../faults/Fault.ts'
import type { MockRequest } from '../http/MockRequest.ts'
import { isJsonObject, parseJson } from '../json.ts'
import type { JournalEntry } from './JournalEntry.ts'
import { type Mask, secretHeader } from './mask.ts'

/** What is shown of a request: copies, with tokens and secrets masked. */
export function toEntry(request: MockRequest, mask: Mask): JournalEntry {
  const { number, operation, method, reasons, fault, status, duration } = request
  const bodyText = request.bodyText && mask.text(request.bodyText)
  const response = parseJson(request.responseText && mask.text(request.responseText))
  return {
    number,
    time: new Date(request.time).toISOString(),
    operation,
    method,
    path: mask.text(request.path),
    query: mask.fields(request.query),
    headers: mask.fields(request.headers, secretHeader),
    body: parseJson(bodyText),
    bodyText,
    verdict: { valid: reasons.length === 0, reasons: reasons.map((reason) => mask.text(reason)) },
    fault: fault && (mask.value(fault) as ActiveFault),
    status,
    response: isJsonObject(response) ? response : undefined,
    duration,
  }
}
