import { describe, expect, test } from 'vitest'
import { getPage, type Page, type PageRequest } from './getPage.ts'

const enrollments = Array.from({ length: 120 }, (_, index) => ({
  enroll_id: String(index),
  status: (index % 3) + 1,
}))
const request = { meetingid: 'm', status: 0, limit: 50, cursor: '' }
type Asked = Partial<typeof request>
type Enrollment = (typeof enrollments)[number]

function pageOrNone(asked: Asked, list = enrollments): Page<Enrollment> | undefined {
  const whole: PageRequest & typeof request = { ...request, ...asked }
  return getPage(list, whole, ({ status }) => whole.status === 0 || status === whole.status)
}

function page(asked: Asked = {}, list = enrollments): Page<Enrollment> {
  const page = pageOrNone(asked, list)
  if (!page) throw new Error('the cursor is refused')
  return page
}

function allIds(asked: Asked): unknown[] {
  const ids: unknown[] = []
  let cursor = ''
  do {
    const next = page({ ...asked, cursor })
    ids.push(...next.entries.map(({ enroll_id }) => enroll_id))
    cursor = next.next_cursor
  } while (cursor)
  return ids
}

test.each([1, 7, 40, 50])('%i a page walks through all, in order, none twice', (limit) => {
  expect(allIds({ limit })).toEqual(enrollments.map(({ enroll_id }) => enroll_id))
})

test('a status filter keeps that status only, through all pages', () => {
  const approved = enrollments.filter(({ status }) => status === 3)
  expect(allIds({ status: 3, limit: 7 })).toEqual(approved.map(({ enroll_id }) => enroll_id))
})

test('the last page says so, and so does one that is exactly full', () => {
  const first = page({ limit: 50 }, enrollments.slice(0, 50))
  expect(first).toMatchObject({ next_cursor: '' })
  expect(first.entries).toHaveLength(50)
})

test('there is no more when only enrollments of another status follow', () => {
  const list = [
    { enroll_id: 'a', status: 3 },
    { enroll_id: 'b', status: 1 },
  ]
  expect(page({ status: 3, limit: 1 }, list).next_cursor).toBe('')
})

test('an approval between two pages loses and doubles nobody', () => {
  const list = structuredClone(enrollments)
  const first = page({ status: 1, limit: 20 }, list)
  Object.assign(list[0] as object, { status: 3 })
  const second = page({ status: 1, limit: 20, cursor: first.next_cursor }, list)
  const ids = [...first.entries, ...second.entries].map(({ enroll_id }) => enroll_id)
  const waiting = enrollments.filter(({ status }) => status === 1)
  expect(ids).toEqual(waiting.map(({ enroll_id }) => enroll_id))
})

describe('refuses a cursor', () => {
  const { next_cursor } = page({ limit: 20, status: 3 })
  test.each<[string, Asked]>([
    ['used with another limit', { limit: 21, status: 3, cursor: next_cursor }],
    ['used with another status', { limit: 20, status: 1, cursor: next_cursor }],
    ['of another webinar', { limit: 20, status: 3, cursor: next_cursor, meetingid: 'other' }],
    ['that was invented', { limit: 20, status: 3, cursor: 'CURSOR' }],
    ['that was cut', { limit: 20, status: 3, cursor: next_cursor.slice(0, -4) }],
  ])('%s', (_name, asked) => {
    expect(pageOrNone(asked)).toBeUndefined()
  })

  test('but takes it as it was given', () => {
    expect(page({ limit: 20, status: 3, cursor: next_cursor }).entries).toHaveLength(20)
  })
})
