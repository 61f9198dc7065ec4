import type { MockRequest } from '../http/MockRequest.ts'
import { isJsonObject, parseJson } from '../json.ts'
import type { Expectation } from './JournalEntry.ts'
import type { Mask } from './mask.ts'

/** So many requests are shown where others were expected. */
const mostShown = 5
/** So many characters of a body. */
const mostOfBody = 100

/** What was expected and what came; undefined when it is the same. */
export function describeMiscount(
  expected: Expectation,
  count: number,
  mask: Mask,
): string | undefined {
  const { times = { atLeast: 1 }, ...filter } = expected
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } =
    typeof times === 'number' ? { atLeast: times, atMost: times } : times
  if (count >= atLeast && count <= atMost) return undefined
  const wanted = describeRange(atLeast, atMost)
  return `expected ${wanted} ${mask.text(JSON.stringify(filter))}, received ${count}`
}

function describeRange(atLeast: number, atMost: number): string {
  const last = Number.isFinite(atMost) ? atMost : atLeast
  const noun = last === 1 ? 'request that fits' : 'requests that fit'
  if (atLeast === atMost) return `${atLeast} ${noun}`
  if (last !== atMost) return `at least ${atLeast} ${noun}`
  return `${atLeast === 0 ? 'at most' : `${atLeast} to`} ${atMost} ${noun}`
}

/** The last few of so many requests, a line each: number, operation, body, errcode and why. */
export function describeLatest(requests: Iterable<MockRequest>, count: number, mask: Mask): string {
  if (count === 0) return 'there was no request'
  const lines = [...requests].slice(-mostShown).map((each) => describeRequest(each, mask))
  const all = count === 1 ? '1 request' : `${count} requests`
  return [`the latest of ${all}:`, ...lines].join('\n  ')
}

function describeRequest(request: MockRequest, mask: Mask): string {
  const { number, operation, method, path, bodyText = '' } = request
  const body = mask.text(bodyText)
  const shown = body.length > mostOfBody ? `${body.slice(0, mostOfBody)}…` : body
  const what = [number, operation ?? `${method} ${mask.text(path)}`, shown]
    .filter(Boolean)
    .join(' ')
  const why = [describeReason(request, mask), request.fault && 'by a fault'].filter(Boolean)
  return [`${what}: ${describeOutcome(request)}`, ...why].join(', ')
}

function describeOutcome({ errcode, status }: MockRequest): string {
  if (errcode !== undefined) return `errcode ${errcode}`
  return status === 0 ? 'no response' : `HTTP ${status}`
}

/** What the verdict says, or else WeCom's own text, without what follows in it. */
function describeReason({ reasons, errcode, responseText }: MockRequest, mask: Mask): string {
  if (reasons.length > 0) return mask.text(reasons.join('; '))
  if (!errcode) return ''
  const response = parseJson(responseText)
  const errmsg = isJsonObject(response) ? String(response.errmsg ?? '') : ''
  return mask.text(errmsg.replace(/, hint: .*/s, ''))
}
