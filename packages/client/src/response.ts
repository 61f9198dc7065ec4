import {
  createError,
  createFormatError,
  createHttpError,
  type ForeignResponse,
  type RequestIds,
  ResponseFormatError,
} from './errors.ts'

/** The JSON object that WeCom returned, refusal or not. */
interface JsonBody extends Record<string, unknown> {
  errcode?: number
  errmsg?: unknown
}

/** A response of WeCom's, read to its end. openapi-fetch takes it for a `Response`. */
export interface ReceivedResponse {
  ok: true
  status: number
  statusText: string
  headers: Headers
  body: JsonBody
  /** The text that `body` was read from. */
  text: string
  /** Takes out of a text what must not show anywhere, such as the token that the request carried. */
  clean: (text: string) => string
  sent?: Sent | undefined
}

/** What an error says of the request that it is about: how often it was sent so far, and its IDs. */
export interface Sent {
  attempts: number
  request?: RequestIds
}

/** What WeCom returned, and the HTTP response that carried it. */
export interface DataWithResponse<Data> {
  /** What WeCom returned, what the pages contradict resolved. */
  data: Data
  /**
   * The response, its body still to be read: the text that `data` was made from. It is a copy without
   * its address, since that holds the token, and without the headers of how the body travelled.
   */
  response: Response
}

/** A call under way: a promise of its data that can also give the HTTP response. */
export interface Call<Data> extends Promise<Data> {
  /**
   * The data together with the HTTP response.
   *
   * @example
   * const { data, response } = await wecom.meetings.get({ meetingid }).withResponse()
   */
  withResponse(): Promise<DataWithResponse<Data>>
}

/** The end of a call that succeeded. */
export interface Completed<Data> {
  data: Data
  received: ReceivedResponse
}

/** Makes a call out of the promise of its end. */
export function toCall<Data>(completed: Promise<Completed<Data>>): Call<Data> {
  const data = completed.then((end) => end.data)
  function withResponse(): Promise<DataWithResponse<Data>> {
    // Whoever takes both may leave the data alone; without this its failure would count as unhandled.
    data.catch(() => {})
    return completed.then(addResponse)
  }
  return Object.assign(data, { withResponse })
}

/** Adds the HTTP response to hand out. */
export function addResponse<Data>({ data, received }: Completed<Data>): DataWithResponse<Data> {
  return { data, response: toResponse(received) }
}

/** Headers of a body as it was sent, which is not how it is handed out. */
const TRANSFER_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding']

/** Creates the response to hand out: its body still to be read, in UTF-8, and without the address. */
export function toResponse({ text, status, statusText, headers }: ReceivedResponse): Response {
  const copy = new Response(text, { status, statusText, headers })
  for (const name of TRANSFER_HEADERS) copy.headers.delete(name)
  const type = headers.get('content-type')
  if (type) copy.headers.set('content-type', type.replace(/charset=[^;]*/i, 'charset=utf-8'))
  return copy
}

/**
 * Reads the body, cut off where it is longer than allowed. What arrives is counted: compressed, little
 * can become a lot, so `content-length` says nothing.
 *
 * @throws {ResponseFormatError} If it is longer.
 * @throws {HttpError} If it is longer, and the HTTP status is not 2xx.
 */
export async function readText(
  response: Response,
  { operation, maxResponseBytes }: { operation: string; maxResponseBytes: number },
): Promise<string> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  // A host's own fetch may have the whole body as text, and no stream of it.
  const isStream = response.body?.[Symbol.asyncIterator]
  const chunks = isStream ? response.body : [await response.text()]
  for await (const chunk of chunks as AsyncIterable<string | Uint8Array>) {
    size += chunk.length
    if (size > maxResponseBytes) {
      if (!response.ok) throw createHttpError(operation, response.status)
      const what = `returned more than ${maxResponseBytes} bytes, the limit of maxResponseBytes`
      throw createError(ResponseFormatError, operation, what, { retryable: false })
    }
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

// Written out, eight digits let engines look at every eighth character only: most responses have no
// such run, and cost next to nothing.
const SIXTEEN_DIGITS = /\d\d\d\d\d\d\d\d\d{8}/
const MAYBE_UNSAFE = /[[:,]\s*-?\d{16}/
const INTEGER = /^(0|-?[1-9]\d*)$/
// An escape, a number, or whatever is not a space, `!` or anything from `#` on.
const ESCAPE_NUMBER_QUOTE_OR_CONTROL = /\\.|-?\d[-+.\deE]*|[^ !#-\uffff]/gs

/**
 * Reads the JSON object in `text`. Integers beyond 2^53 become text, so that they arrive with all their
 * digits, and control characters are escaped; `text` of the result has both. Ordinary responses cost one
 * look.
 *
 * @param about `sign` is the field that every response to the operation has, unless it has an errcode: a gateway's
 *   JSON has neither, and would pass for a meeting without a title.
 * @throws {ResponseFormatError} If it is not WeCom's.
 * @throws {HttpError} If it is a redirect, or the HTTP status is another one than 2xx and there is no
 *   errcode of WeCom's, which would say more.
 */
export function parseResponse(
  { operation, sign, now }: { operation: string; sign?: string | undefined; now: () => number },
  { ok, status, statusText, headers }: Response,
  text: string,
  clean: (text: string) => string,
  sent?: Sent,
): ReceivedResponse {
  let problem = 'no JSON object'
  try {
    const read = readJson(text)
    const { body } = read
    const { errcode } = body
    if (typeof errcode === 'string' && INTEGER.test(errcode)) body.errcode = Number(errcode)
    if (typeof body === 'object' && !Array.isArray(body)) {
      const isWeComs =
        body.errcode != null ? Number.isSafeInteger(body.errcode) : !sign || body[sign] != null
      if (isWeComs && (ok || (status >= 400 && body.errcode))) {
        return { ok: true, status, statusText, headers, body, text: read.text, clean, sent }
      }
      problem = 'JSON without a numeric errcode'
    }
  } catch {
    // Said below: it is no JSON object either way. Null has no errcode to read, and ends here too.
  }
  // A redirect says where it leads, in a query that may log somebody in.
  const foreign = describeForeign(headers, ok || status >= 400 ? text : '', clean)
  if (ok) throw createFormatError(operation, `${problem} (${text.length} characters)`, foreign)
  const retryAfter = readRetryAfter(headers, now())
  throw createHttpError(operation, status, { ...foreign, ...(retryAfter >= 0 && { retryAfter }) })
}

const TELLING_HEADERS = ['content-type', 'retry-after', 'server', 'via', 'x-request-id']
const LONGEST_EXCERPT = 300
/** What is WeCom's own after all, cut off or with another HTTP status, has a token or people's answers in it. */
const OWN = /(access_token|errcode|meetingid)(?!=)\W/

function describeForeign(
  headers: Headers,
  text: string,
  clean: (text: string) => string,
): ForeignResponse {
  const excerptOf = (said: string | null) => clean(said ?? '').slice(0, LONGEST_EXCERPT)
  const told = TELLING_HEADERS.map((name) => [name, excerptOf(headers.get(name))])
  const excerpt = excerptOf(text)
  return {
    ...(!OWN.test(excerpt) && { excerpt }),
    headers: Object.fromEntries(told.filter(([, value]) => value)),
  }
}

/** Reads how long to wait, in seconds, out of seconds or a date; NaN if it does not say. */
function readRetryAfter(headers: Headers, now: number): number {
  const said = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(said)) return Number(said)
  const date = /^[a-z]/i.test(said) ? Date.parse(said) : Number.NaN
  return Math.max(0, Math.ceil((date - now) / 1000))
}

function readJson(text: string): { body: JsonBody; text: string } {
  try {
    const body = JSON.parse(text)
    if (!SIXTEEN_DIGITS.test(text) || !MAYBE_UNSAFE.test(text)) return { body, text }
  } catch {
    // It may have control characters in it.
  }
  const repaired = repairJson(text)
  return { body: JSON.parse(repaired), text: repaired }
}

/**
 * Quotes integers that no number holds, and escapes control characters within texts, as JSON requires.
 * Each match is short: that stays linear, and needs no stack, however deep the JSON is.
 */
function repairJson(json: string): string {
  let isInText = false
  return json.replace(ESCAPE_NUMBER_QUOTE_OR_CONTROL, (found) => {
    if (found === '"') isInText = !isInText
    if (isInText) return found < ' ' ? JSON.stringify(found).slice(1, -1) : found
    return INTEGER.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found
  })
}
