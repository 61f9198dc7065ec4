import { parseBody } from '../front/parseBody.ts'
import type { ReceivedBody } from '../front/readBody.ts'
import { isJsonObject } from '../json.ts'
import type { ErrorTexts } from '../spec/errorTexts.ts'
import type { ClosedOperation } from './closedOperation.ts'
import type { Departure } from './Departure.ts'
import { type Evidence, evidence } from './evidence.ts'
import { type Forwarded, judgedBodyLimit } from './forward.ts'
import { answerDepartures, isRefusal, requestDepartures } from './judgeExchange.ts'
import type { KnownSecrets } from './KnownSecrets.ts'

/** What the spec and the contradictions make of one exchange. */
export interface Verdict {
  departures: Departure[]
  evidence: Evidence[]
  errcode: number | undefined
}

/** Judges an exchange on one of the spec's own paths. */
export function judgedExchange(
  operation: ClosedOperation,
  query: Record<string, string | string[]>,
  { requestBody, answer }: Forwarded,
  { errorTexts, secrets }: { errorTexts: ErrorTexts; secrets: KnownSecrets },
): Verdict {
  const sent = readJson(requestBody, 'request body')
  const came = answer && readJson(answer.body, 'answer')
  for (const fields of [query, sent.body, came?.body]) secrets.learn(fields)

  const ofRequest = sent.departure
    ? [{ ...sent.departure, side: 'request' as const }]
    : requestDepartures(operation, { query, body: bodyIfAny(operation, sent.body) })
  if (!answer || !came) return { departures: ofRequest, evidence: [], errcode: undefined }

  const outside = aroundAnswer(answer, came)
  const ofAnswer = outside ?? answerDepartures(operation, came.body, errorTexts)
  return {
    departures: [...ofRequest, ...contentTypeDeparture(answer), ...ofAnswer],
    evidence: evidenceOf(operation, outside ? undefined : came.body),
    errcode: errcodeOf(came.body),
  }
}

interface ReadJson {
  body: unknown
  departure?: Omit<Departure, 'side'>
}

function readJson(received: ReceivedBody, name: string): ReadJson {
  const read = parseBody(received, { name, limit: judgedBodyLimit })
  if (!read.unreadableBody) return { body: read.body }
  const came = read.unreadableBody.problem
  return { body: undefined, departure: { kind: 'body', place: '', expected: 'JSON', came } }
}

/** The spec says nothing of a body where it gives the request none; `{}` in a GET is no departure. */
function bodyIfAny({ operation }: ClosedOperation, body: unknown): unknown {
  return operation.resource.request?.body ? body : undefined
}

/** What is wrong with an answer before anybody looks at its fields; undefined when nothing is. */
function aroundAnswer(
  { status, contentType }: NonNullable<Forwarded['answer']>,
  { body, departure }: ReadJson,
): Departure[] | undefined {
  const side = 'answer'
  if (status !== 200) {
    const came = `${status}${contentType ? `, ${mediaType(contentType)}` : ''}`
    return [{ side, kind: 'http-status', place: '', expected: '200', came }]
  }
  if (departure) return [{ ...departure, side }]
  if (body === undefined)
    return [{ side, kind: 'body', place: '', expected: 'JSON', came: 'nothing' }]
  return undefined
}

function contentTypeDeparture({
  status,
  contentType,
}: NonNullable<Forwarded['answer']>): Departure[] {
  const came = mediaType(contentType)
  if (status !== 200 || came === 'application/json') return []
  return [
    {
      side: 'answer',
      kind: 'content-type',
      place: '',
      expected: 'application/json',
      came: came || 'nothing',
    },
  ]
}

function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase().slice(0, 80)
}

function evidenceOf({ operation }: ClosedOperation, body: unknown): Evidence[] {
  return isJsonObject(body) && !isRefusal(body) ? evidence(operation.operationId, body) : []
}

function errcodeOf(body: unknown): number | undefined {
  return isJsonObject(body) && typeof body.errcode === 'number' ? body.errcode : undefined
}
