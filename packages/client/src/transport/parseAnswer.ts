import { ResponseFormatError } from '../errors/ResponseFormatError.ts'

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

/**
 * The JSON object in `text`, and the text that it was read from: in it integers beyond 2^53 are
 * text, so that they arrive with all their digits. Ordinary answers cost one look.
 *
 * @throws ResponseFormatError if there is none, or its errcode is no number.
 */
export function parseAnswer(operation: string, text: string): { body: AnswerBody; text: string } {
  try {
    let body = JSON.parse(text)
    if (SIXTEEN_DIGITS.test(text) && MAYBE_UNSAFE.test(text)) {
      body = JSON.parse(text, exactly as (key: string, value: unknown) => unknown)
      text = JSON.stringify(body)
    }
    // Null has no errcode to read, and ends below.
    if (Number.isInteger(body.errcode ?? 0) && typeof body === 'object' && !Array.isArray(body)) {
      return { body, text }
    }
  } catch {
    // Said below: what came is no JSON object either way.
  }
  throw formatError(operation, `${text.length} characters that are no JSON of WeCom's`)
}

/** The error of an answer that is not WeCom's. */
export function formatError(operation: string, what: string, cause?: unknown): ResponseFormatError {
  return new ResponseFormatError(
    `${operation} was answered with ${what}; look at what stands in between.`,
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
