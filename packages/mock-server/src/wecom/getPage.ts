import { hash } from 'node:crypto'
import type { MockServerSettings } from '../options.ts'
import { Refusal } from './Refusal.ts'

/** What a caller asks of a list, defaults filled in. */
export interface PageRequest {
  /** How many a page holds, from 1. */
  limit: number
  /** Empty on the first page. */
  cursor: string
  /** All else that decides on the list, such as whose it is and how it is filtered. */
  [field: string]: unknown
}

export interface Page<Entry> {
  entries: Entry[]
  /** Empty on the last page. */
  next_cursor: string
}

/**
 * The page that `request` asks for; undefined when its cursor is not one for this list. A cursor
 * points behind the last entry handed out, in the unfiltered list, so one that changes or is added
 * between two pages makes none lost or doubled. It goes with the limit and the filter it was given
 * for: WeCom says so of the list next to the enrollments
 * (https://developer.work.weixin.qq.com/document/path/98810).
 *
 * @param isAsked The filter.
 */
export function getPage<Entry>(
  list: readonly Entry[],
  request: PageRequest,
  isAsked: (entry: Entry) => boolean,
): Page<Entry> | undefined {
  const start = request.cursor === '' ? 0 : readPosition(request)
  if (start === undefined || start > list.length) return undefined

  const entries: Entry[] = []
  for (let position = start; position < list.length; position += 1) {
    const entry = list[position] as Entry
    if (!isAsked(entry)) continue
    if (entries.length === request.limit) {
      return { entries, next_cursor: makeCursor(position, request) }
    }
    entries.push(entry)
  }
  return { entries, next_cursor: '' }
}

/** The refusal of a cursor that `getPage` does not know. */
export function refuseCursor({
  invalidFieldErrcode,
}: Pick<MockServerSettings, 'invalidFieldErrcode'>): Refusal {
  const detail =
    'cursor is not one that this server gave for this list; send the next_cursor of the page before, with every other field as it was'
  return new Refusal(invalidFieldErrcode, detail)
}

/** Tied to the list it belongs to, which guards against mistakes, not against attackers. */
function makeCursor(position: number, { cursor: _, ...request }: PageRequest): string {
  const text = JSON.stringify([position, ...Object.values(request)])
  const signature = hash('sha256', text, 'base64url').slice(0, 16)
  return Buffer.from(`${position}.${signature}`).toString('base64url')
}

function readPosition(request: PageRequest): number | undefined {
  const position = Number.parseInt(Buffer.from(request.cursor, 'base64url').toString(), 10)
  return makeCursor(position, request) === request.cursor ? position : undefined
}
