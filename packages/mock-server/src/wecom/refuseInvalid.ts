import type { IHttpOperation } from '@stoplight/types'
import type { MockRequest } from '../http/MockRequest.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockServerSettings } from '../options.ts'
import { requiresEnrollment } from '../spec/operations.ts'
import type { SpecViolation } from '../spec/validate.ts'
import type { World } from '../World.ts'
import type { OperationBehaviour } from './operations/OperationBehaviour.ts'
import { errcodes, Refusal } from './Refusal.ts'

/** Refuses a token that is missing or not good. What a page of another site sends may read and change nothing. */
export function refuseToken(
  { token, sender }: Pick<MockRequest, 'token' | 'sender'>,
  { tokens, pageTokens, settings }: Pick<World, 'tokens' | 'pageTokens' | 'settings'>,
): Refusal | undefined {
  if (!token) return new Refusal(errcodes.accessTokenMissing)
  const good = { client: [tokens], 'own-page': [tokens, pageTokens], 'other-site': [] }[sender]
  const states = good.map((each) => each.check(token))
  if (states.includes('valid')) return undefined
  const isExpired = states.includes('expired')
  return new Refusal(isExpired ? settings.expiredTokenErrcode : errcodes.invalidAccessToken)
}

/** These say only that no branch fits; the branches' own violations, which come along, say why. */
const umbrellaKeywords: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if', 'allOf'])
/** A field that is not there, or there and empty. */
const missingKeywords: ReadonlySet<string> = new Set(['required', 'minLength', 'minItems'])

/**
 * Turns what the spec finds wrong into the errcode that WeCom's general rules give it: 40063 for what
 * is required and missing or empty, 40058 for everything else. Which one a given field of these
 * endpoints really gets is not published, hence the two are options.
 */
export function refuseInvalid(
  violations: readonly SpecViolation[],
  { missingParameter = {} }: OperationBehaviour,
  settings: Pick<MockServerSettings, 'invalidFieldErrcode' | 'missingFieldErrcode'>,
): Refusal | undefined {
  if (violations.length === 0) return undefined
  const specific = violations.filter(({ keyword }) => !umbrellaKeywords.has(keyword))
  const invalid = specific.find(({ keyword }) => !missingKeywords.has(keyword))
  if (invalid) return new Refusal(settings.invalidFieldErrcode, invalid.message)

  const names = specific.map(findMissingName).filter((name) => name !== undefined)
  const errcode = names.map((name) => missingParameter[name]).find((own) => own !== undefined)
  if (errcode !== undefined) return new Refusal(errcode)
  const missing = [...new Set(names)].join(' or ')
  const detail = missing === '' ? 'the request body is missing' : `${missing} is missing or empty`
  return new Refusal(settings.missingFieldErrcode, detail)
}

function findMissingName({ keyword, message, path }: SpecViolation): string | undefined {
  if (keyword === 'required') return /required property '([^']+)'/.exec(message)?.[1]
  return path.join('.') || undefined
}

/** Refuses a period that is longer than the spec's `x-max-span` allows; no schema can say that. */
export function refuseSpan(
  { request }: IHttpOperation,
  body: JsonObject,
  { invalidFieldErrcode }: Pick<MockServerSettings, 'invalidFieldErrcode'>,
): Refusal | undefined {
  const schema = request?.body?.contents?.[0]?.schema as JsonObject | undefined
  const span = schema?.['x-max-span']
  if (!isJsonObject(span)) return undefined
  const { from, to, seconds } = span as { from: string; to: string; seconds: number }
  if (!(Number(body[to]) - Number(body[from]) > seconds)) return undefined
  const detail = `${to} is more than ${seconds / 86_400} days after ${from}`
  return new Refusal(invalidFieldErrcode, detail)
}

/**
 * Refuses what requires enrollment (`x-requires`) where the webinar has it switched off. The page says that "a
 * not-enabled error is returned" and gives no number: hence an option.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export function refuseEnrollmentOff(
  resource: IHttpOperation,
  { meetingid }: JsonObject,
  { data, settings }: Pick<World, 'data' | 'settings'>,
): Refusal | undefined {
  const webinar = data.webinars.get(String(meetingid))
  if (!requiresEnrollment(resource) || !webinar || webinar.enrollments) return undefined
  const detail = 'enrollment is not switched on for this webinar'
  return new Refusal(settings.enrollmentOffErrcode, detail)
}
