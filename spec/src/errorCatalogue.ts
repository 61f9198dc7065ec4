/** The client's error classes. */
export const errorClasses: readonly string[] = [
  'AuthenticationError',
  'InvalidRequestError',
  'NotFoundError',
  'PermissionError',
  'RateLimitError',
  'ServerBusyError',
]

/** Whether the same call can succeed later with nothing corrected, and when. */
export const retries = ['never', 'backoff', 'after-a-minute', 'with-a-new-token'] as const

/** One entry of the document's `x-errcodes`: an errcode, what it means and what to do about it. */
export interface CataloguedError {
  /** The number that WeCom returns. */
  errcode: number
  /** Name in kebab-case, also the name of the example that shows it. */
  name: string
  /** Name of the client's error class, one of `errorClasses`. */
  class: string
  /** One of `retries`. */
  retry: (typeof retries)[number]
  /** `official` (WeCom's own pages) or `seen` (reported by users). */
  source: string
  /** The short text at the start of the errmsg, as the mock writes it. */
  errmsg: string
  /** What happened, one sentence in English. */
  meaning: string
  /** What happened, one sentence in Chinese. */
  meaningZh: string
  /** One sentence that says what to do. `{ip}` stands for the address that the errmsg names. */
  fix: string
  /** The same in Chinese. */
  fixZh: string
}

/**
 * The error catalogue of a parsed document, sorted by errcode.
 *
 * @throws if `x-errcodes` is missing or an entry lacks a text.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function errorCatalogue(document: Record<string, unknown>): CataloguedError[] {
  const entries = document['x-errcodes']
  if (typeof entries !== 'object' || entries === null) {
    throw new Error(
      'The OpenAPI document has no `x-errcodes`: expected a map from errcode to entry.',
    )
  }
  return Object.entries(entries)
    .map(([errcode, entry]) => cataloguedError(Number(errcode), entry))
    .sort((a, b) => a.errcode - b.errcode)
}

const TEXTS = ['name', 'class', 'retry', 'source', 'errmsg', 'meaning', 'meaningZh', 'fix', 'fixZh']

/** Reads an entry's texts; what belongs to this project's packages stands under its `x-packages`. */
function cataloguedError(errcode: number, entry?: Record<string, unknown>): CataloguedError {
  const texts: Record<string, unknown> = { ...entry, ...(entry?.['x-packages'] as object) }
  const fields = TEXTS.map((field) => {
    const keyword = field.endsWith('Zh') ? `x-${field.slice(0, -2)}-zh` : field
    const { [keyword]: text } = texts
    if (text && typeof text === 'string') return [field, text]
    throw new Error(
      `The entry ${errcode} of \`x-errcodes\` has no \`${keyword}\`: expected a text.`,
    )
  })
  return { errcode, ...Object.fromEntries(fields) }
}
