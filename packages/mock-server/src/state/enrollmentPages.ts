import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.ts'

/** What a caller asks of the enrollment list, defaults filled in. */
export interface PageRequest {
  meetingid: string
  /** 0 = all. */
  status: number
  /** 1 to 50. */
  limit: number
  /** Empty on the first page. */
  cursor: string
}

export interface EnrollmentPage {
  has_more: boolean
  next_cursor: string
  enroll_list: JsonObject[]
}

/**
 * The page that `request` asks for; undefined when its cursor is not one for this list. A cursor points behind the last enrollment handed out, in the
 * unfiltered list, so one that is approved or added between two pages makes none lost or doubled.
 * It goes with the limit and the filter it was given for: WeCom says so of the list next to this one
 * (https://developer.work.weixin.qq.com/document/path/98810).
 */
export function enrollmentPage(
  enrollments: readonly JsonObject[],
  request: PageRequest,
): EnrollmentPage | undefined {
  const start = request.cursor === '' ? 0 : positionOf(request)
  if (start === undefined || start > enrollments.length) return undefined

  const page: JsonObject[] = []
  let position = start
  for (; position < enrollments.length; position += 1) {
    const enrollment = enrollments[position]
    if (!enrollment || !matches(enrollment, request.status)) continue
    if (page.length === request.limit) break
    page.push(enrollment)
  }
  const has_more = position < enrollments.length
  return { has_more, next_cursor: has_more ? cursorAt(position, request) : '', enroll_list: page }
}

function matches(enrollment: JsonObject, status: number): boolean {
  return status === 0 || enrollment.status === status
}

function cursorAt(position: number, request: PageRequest): string {
  return Buffer.from(`${position}.${signature(position, request)}`).toString('base64url')
}

function positionOf(request: PageRequest): number | undefined {
  const [position, given] = Buffer.from(request.cursor, 'base64url').toString().split('.')
  const start = Number(position)
  if (!Number.isSafeInteger(start)) return undefined
  return given === signature(start, request) ? start : undefined
}

/** Ties a cursor to the list it belongs to; it guards against mistakes, not against attackers. */
function signature(position: number, { meetingid, status, limit }: PageRequest): string {
  const text = JSON.stringify([position, meetingid, status, limit])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
