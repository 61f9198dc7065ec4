/**
 * The one place where Prism's validators are imported; the reader of documents is in `readSpecDocument.ts`.
 *
 * Prism's own entry, `createInstance`, composes these two validators with a mocker and a forwarder
 * that this project replaces, and loads faker and a Postman reader for them. Its composition, `factory`,
 * costs more time per request than the validators. That is why they are taken one by one; the
 * versions are pinned, and tests hold every result against plain Prism's.
 */
import type { IPrismDiagnostic } from '@stoplight/prism-core'
import type { IHttpRequest } from '@stoplight/prism-http'
import { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js'
import { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js'
import { validateAgainstSchema } from '@stoplight/prism-http/dist/validator/validators/utils.js'
import type { IHttpOperation } from '@stoplight/types'
import { isLeft } from 'fp-ts/lib/Either.js'
import { isNone } from 'fp-ts/lib/Option.js'
import type { FieldViolation } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { PrismOperation } from './operations.ts'

/** One thing that is wrong with a request or a response, from the body or the query down. */
export interface SpecViolation extends FieldViolation {
  /** JSON Schema's keyword for it: `type`, `required`, … */
  keyword: string
}

/** The part of a request that the spec describes. */
export interface ValidatedRequest {
  path: string
  query: Record<string, string | string[]>
  body?: unknown
}

// WeCom's pages ask for JSON and name no Content-Type, so none is asked for here; plain Prism refuses
// what `curl -d` sends.
const headers = { 'content-type': 'application/json' }

/** What Prism's validator finds wrong with a request, its token left aside; empty when nothing. */
export function validateRequest(
  { method, resource }: PrismOperation,
  { path, query, body }: ValidatedRequest,
): SpecViolation[] {
  if (isValidBody(resource, body)) return []
  const verb = method.toLowerCase() as IHttpRequest['method']
  const element = { method: verb, url: { path, query }, headers, body }
  const result = validateInput({ resource, element })
  return isLeft(result) ? result.left.map(toViolation) : []
}

/**
 * Where the body is all there is to validate, Prism's schema validator alone can say that it is valid,
 * in an eighth of the time: the way there, by media type and content negotiation, is the same for
 * every request. Whatever it does not find valid goes all the way, for Prism's words.
 */
function isValidBody(resource: IHttpOperation, value: unknown): boolean {
  const { body, ...others } = resource.request ?? {}
  const [content, ...more] = body?.contents ?? []
  const { schema, mediaType } = content ?? {}
  if (!value || !schema || more.length > 0 || mediaType !== 'application/json') return false
  if (Object.keys(others).length > 0) return false
  const bundle = (resource as { __bundled__?: unknown }).__bundled__
  const { Input } = ValidationContext
  return isNone(validateAgainstSchema(value, schema, false, Input, 'body', bundle))
}

/** What Prism's validator finds wrong with `body` as the response of `operation`; empty when nothing. */
export function validateResponse(
  { resource }: Pick<PrismOperation, 'resource'>,
  body: unknown,
): SpecViolation[] {
  const result = validateOutput({ resource, element: { statusCode: 200, headers, body } })
  const violations = isLeft(result) ? result.left.map(toViolation) : []
  // The forms of "one of the two" repeat fields, and each finds the same wrong with them.
  return [...new Map(violations.map((one) => [`${one.path}: ${one.message}`, one])).values()]
}

function toViolation({ path = [], message, code }: IPrismDiagnostic): SpecViolation {
  return { path: path.slice(1).map(String), message, keyword: String(code) }
}

/** So many characters of valid texts are remembered, per operation. */
const mostRememberedText = 2 * 1024 * 1024

const validTexts = new WeakMap<PrismOperation, { texts: Set<string>; size: number }>()

/** Writes a response as JSON, and says what the spec finds wrong with it; the same text is validated once. */
export function writeResponse(
  operation: PrismOperation,
  body: JsonObject,
): { text: string; violations: SpecViolation[] } {
  const text = JSON.stringify(body)
  const known = validTexts.get(operation)
  if (known?.texts.has(text)) return { text, violations: [] }
  const violations = validateResponse(operation, body)
  // A refusal's errmsg is never the same again.
  if (violations.length === 0 && !body.errcode) {
    const hasRoom = known && known.size <= mostRememberedText
    const valid = hasRoom ? known : { texts: new Set<string>(), size: 0 }
    validTexts.set(operation, valid)
    valid.texts.add(text)
    valid.size += text.length
  }
  return { text, violations }
}
