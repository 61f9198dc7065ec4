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
// Strings are not matched as a whole: a long one is more than some engines' matchers can hold.
const ESCAPE_QUOTE_OR_INTEGER = /\\.|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

/**
 * The JSON object in `text`, and the text that it was read from: in it integers beyond 2^53 are
 * quoted, so that they arrive with all their digits. Ordinary answers cost one look.
 *
 * @throws ResponseFormatError if there is none, or its errcode is no number.
 */
export function parseAnswer(operation: string, text: string): { body: AnswerBody; text: string } {
  try {
    let body = JSON.parse(text)
    if (SIXTEEN_DIGITS.test(text) && MAYBE_UNSAFE.test(text)) {
      text = quoteUnsafeIntegers(text)
      body = JSON.parse(text)
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

function quoteUnsafeIntegers(text: string): string {
  let isInString = false
  return text.replace(ESCAPE_QUOTE_OR_INTEGER, (found) => {
    if (found === '"') isInString = !isInString
    return isInString || Number.isSafeInteger(+found) || !/\d$/.test(found) ? found : `"${found}"`
  })
}
