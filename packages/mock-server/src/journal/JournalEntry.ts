import type { ActiveFault } from '../faults/Fault.ts'
import type { components } from '../generated/control.ts'
import type { MockRequest } from '../http/MockRequest.ts'
import { isJsonObject, parseJson } from '../json.ts'
import { type Mask, secretHeader } from './mask.ts'

type Schemas = components['schemas']

/** One request that the mock received, and its response. Tokens and secrets are masked. */
export type JournalEntry = {
  // In process every field is there; what JSON leaves out is undefined.
  [Name in keyof Required<Schemas['JournalEntry']>]: Schemas['JournalEntry'][Name]
}

/** Whether a request keeps to the spec, and what is wrong with it if not. */
export type Verdict = Schemas['Verdict']

/** Which requests are counted; all that is given must fit. */
export type CountFilter = Schemas['CountFilter']

/** Which requests are wanted; all that is given must fit. */
export type RequestFilter = CountFilter & Pick<Schemas['RequestFilter'], 'after'>

/** How many requests are expected. */
export type Expectation = CountFilter & Pick<Schemas['Expectation'], 'times'>

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
