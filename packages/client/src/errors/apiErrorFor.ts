import type { AnswerBody } from '../transport/parseAnswer.ts'
import { AuthenticationError } from './AuthenticationError.ts'
import { classIndexOf, retryOf } from './catalogueEntry.ts'
import type { ErrorTexts } from './ErrorTexts.ts'
import { InvalidRequestError } from './InvalidRequestError.ts'
import { NotFoundError } from './NotFoundError.ts'
import { PermissionError } from './PermissionError.ts'
import { RateLimitError } from './RateLimitError.ts'
import { redact } from './redact.ts'
import { ServerBusyError } from './ServerBusyError.ts'
import { WeComApiError } from './WeComApiError.ts'

// In the order of `errorClasses` in spec/src/errorCatalogue.ts.
const CLASSES = [
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerBusyError,
]

/** The caller's address; an IPv4 one is written as such, as the admin console wants it. */
const CALLER = /from ip: (?:[0:]*:ffff:(?=\d+\.))?([\d.:a-f]+)/i
// It ends at a bracket of either kind: else each of many openings would search to the end.
const HINT = /hint: \[([^[\]]*)\]/

/**
 * The error for an answer with an errcode other than 0, of the class that the catalogue names.
 *
 * @param secret What must not show, should the errmsg repeat it.
 */
export function apiErrorFor(
  texts: ErrorTexts,
  operation: string,
  { body, secret }: { body: AnswerBody; secret: string },
): WeComApiError | undefined {
  const { errcode } = body
  if (!errcode) return undefined
  // Of an object the conversion to text may throw.
  const errmsg = redact(typeof body.errmsg === 'object' ? '' : `${body.errmsg ?? ''}`, secret)
  const [short = ''] = errmsg.split(', hint: [')
  const helpUrl = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  const retry = retryOf(errcode)
  const ErrorClass = CLASSES[classIndexOf(errcode)] ?? WeComApiError
  return new ErrorClass(texts.message(operation, errcode, short), {
    operation,
    errcode,
    errmsg,
    fix: texts.fix(errcode, helpUrl, CALLER.exec(errmsg)?.[1]),
    hint: HINT.exec(errmsg)?.[1],
    helpUrl,
    retryable: retry === 'b' || retry === 'm',
  })
}
