import { ResponseFormatError } from '../errors/ResponseFormatError.ts'
import { answerSigns } from '../generated/operations.ts'

/** What WeCom answers, refusal or not. */
export interface AnswerBody {
  errcode?: number
  errmsg?: unknown
}

// Written out, eight digits let engines look at every eighth character only: most answers have no
// such run, and cost next to nothing.
const SIXTEEN_DIGITS = /\d\d\d\d\d\d\d\d\d{8}/
const MAYBE_UNSAFE = /[[:,]\s*-?\d{16}/
const INTEGER = /^-?\d+$/
// Beside escapes, whatever is not a space, `!` or anything from `#` on.
const ESCAPE_QUOTE_OR_CONTROL = /\\.|[^ !#-\uffff]/gs

/**
 * The JSON object in `text`, and the text that it was read from: in it integers beyond 2^53 are
 * text, so that they arrive with all their digits, and control characters are escaped. Ordinary answers
 * cost one look.
 *
 * @throws {ResponseFormatError} If there is none, its errcode is no number, or it lacks what every answer
 *   to the operation has.
 */
export function parseAnswer(operation: string, text: string): { body: AnswerBody; text: string } {
  let problem = 'no JSON object'
  try {
    const answer = readJson(text)
    const { body } = answer
    const { errcode } = body
    if (typeof errcode === 'string' && INTEGER.test(errcode)) body.errcode = Number(errcode)
    if (typeof body === 'object' && !Array.isArray(body)) {
      if (isWeComs(operation, body)) return answer
      problem = 'JSON without a numeric errcode'
    }
  } catch {
    // Said below: it is no JSON object either way. Null has no errcode to read, and ends here too.
  }
  throw formatError(operation, `${problem}, ${text.length} characters`)
}

type AnyBody = AnswerBody & Record<string, unknown>

function readJson(text: string): { body: AnyBody; text: string } {
  let body: AnyBody
  try {
    body = JSON.parse(text)
  } catch {
    text = withEscapedControls(text)
    body = JSON.parse(text)
  }
  if (SIXTEEN_DIGITS.test(text) && MAYBE_UNSAFE.test(text)) {
    body = JSON.parse(text, exactly as (key: string, value: unknown) => unknown)
    text = JSON.stringify(body)
  }
  return { body, text }
}

/** Escapes control characters within texts, as JSON requires. Each match is short: that stays linear. */
function withEscapedControls(json: string): string {
  let isInText = false
  return json.replace(ESCAPE_QUOTE_OR_CONTROL, (found) => {
    if (found === '"') isInText = !isInText
    return isInText && found < ' ' ? JSON.stringify(found).slice(1, -1) : found
  })
}

/** A gateway's JSON has neither: without this check it would pass for a meeting without a title. */
function isWeComs(operation: string, body: AnyBody): boolean {
  if (body.errcode != null) return Number.isSafeInteger(body.errcode)
  const sign = answerSigns[operation]
  return !sign || body[sign] != null
}

/** The error of an answer that is not WeCom's. */
export function formatError(operation: string, what: string, cause?: unknown): ResponseFormatError {
  return new ResponseFormatError(
    `${operation} was answered with ${what}; check proxies and gateways in between.`,
    { operation, cause },
  )
}

/**
 * A reviver: an integer that no number holds becomes the text that it was written as. An engine without
 * `source` fails here, and the answer with it: better than a rounded ID.
 *
 * @see https://github.com/tc39/proposal-json-parse-with-source
 */
function exactly(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return !Number.isSafeInteger(value) && INTEGER.test(source ?? '') ? source : value
}
