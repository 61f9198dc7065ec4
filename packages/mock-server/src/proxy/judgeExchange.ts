import { judgeAnswer } from '../engine/judgeAnswer.ts'
import { isJsonObject } from '../json.ts'
import type { ErrorTexts } from '../spec/errorTexts.ts'
import type { ClosedOperation } from './closedOperation.ts'
import type { Departure } from './Departure.ts'
import { departureOf } from './departureOf.ts'
import { plainName } from './fieldPlace.ts'
import { requestProblems } from './requestProblems.ts'
import { withoutBranchNoise } from './withoutBranchNoise.ts'

export interface SentRequest {
  query: Record<string, string | string[]>
  body: unknown
}

/** Every place where a request departs from what the spec says of `operation`. */
export function requestDepartures(
  { operation, data }: ClosedOperation,
  { query, body }: SentRequest,
): Departure[] {
  const problems = withoutBranchNoise(requestProblems(data, { query, body }))
  return [
    ...tokenDeparture(operation.resource.security, query),
    ...unknownParameters(operation.resource, query),
    ...problems.map((problem) => departureOf(problem, { side: 'request', query, body })),
  ]
}

/** Every place where an answer departs from what the spec says of `operation`. */
export function answerDepartures(
  { data, refusal }: ClosedOperation,
  body: unknown,
  errorTexts: ErrorTexts,
): Departure[] {
  const problems = judgeAnswer(isRefusal(body) ? refusal : data, body)
  const located = problems.map((problem) => ({ ...problem, path: ['body', ...problem.path] }))
  return [
    ...unknownErrcode(body, errorTexts),
    ...withoutBranchNoise(located).map((problem) => departureOf(problem, { side: 'answer', body })),
  ]
}

/** "A call failed if and only if errcode is present and not 0": WeCom's general rules. */
export function isRefusal(body: unknown): boolean {
  return isJsonObject(body) && body.errcode !== undefined && body.errcode !== 0
}

type Resource = ClosedOperation['operation']['resource']

function tokenDeparture(security: Resource['security'], query: SentRequest['query']): Departure[] {
  const name = tokenParameter(security)
  if (name === undefined || query[name]) return []
  const expected = `${name}, required`
  return [
    { side: 'request', kind: 'missing-field', place: `query.${name}`, expected, came: 'nothing' },
  ]
}

function unknownParameters(resource: Resource, query: SentRequest['query']): Departure[] {
  const known = new Set(resource.request?.query?.map(({ name }) => name))
  known.add(tokenParameter(resource.security) ?? '')
  return Object.keys(query)
    .filter((name) => !known.has(name))
    .map((name) => ({
      side: 'request',
      kind: 'undocumented-parameter',
      place: `query.${plainName(name)}`,
      expected: 'no parameter of this name',
      came: 'a value',
    }))
}

/** The name of the query parameter that carries the token: the spec's `apiKey` in `query`. */
function tokenParameter(security: Resource['security'] = []): string | undefined {
  const scheme = security.flat().find(({ type }) => type === 'apiKey')
  return scheme && 'name' in scheme ? scheme.name : undefined
}

function unknownErrcode(body: unknown, errorTexts: ErrorTexts): Departure[] {
  if (!isJsonObject(body) || !isRefusal(body)) return []
  const { errcode } = body
  if (typeof errcode !== 'number' || errorTexts.has(errcode)) return []
  return [
    {
      side: 'answer',
      kind: 'undocumented-value',
      place: 'errcode',
      expected: "one of the spec's x-errcodes",
      came: String(errcode),
      value: errcode,
    },
  ]
}
