import { expect, test } from 'vitest'
import { Journal, type KeptRequest } from './journal.ts'

function request(number: number, operation: string, bodyText?: string): KeptRequest {
  return { number, operation, bodyText } as KeptRequest
}

test('keeps the latest entries only, in order', () => {
  const journal = new Journal(3)
  for (let number = 1; number <= 11; number += 1) journal.add(request(number, 'getMeeting'))
  expect(journal.entries().map(({ number }) => number)).toEqual([9, 10, 11])
})

test('gives the entries of one operation', () => {
  const journal = new Journal(10)
  journal.add(request(1, 'getMeeting'))
  journal.add(request(2, 'getWebinar'))
  expect(journal.entries({ operation: 'getWebinar' })).toMatchObject([
    { number: 2, operation: 'getWebinar' },
  ])
})

test.each([
  ['{"meetingid":"a"}', { meetingid: 'a' }],
  ['{', undefined],
  [undefined, undefined],
])('shows the body %s as %o', (bodyText, body) => {
  const journal = new Journal(10)
  journal.add(request(1, 'getMeeting', bodyText))
  expect(journal.entries()[0]?.body).toEqual(body)
})

test('shows a body of any depth', () => {
  const journal = new Journal(10)
  journal.add(request(1, 'getMeeting', '['.repeat(8000) + ']'.repeat(8000)))
  expect(journal.entries()[0]?.body).toBeInstanceOf(Array)
})

test('gives copies', () => {
  const journal = new Journal(10)
  journal.add(request(1, 'getMeeting', '{}'))
  Object.assign(journal.entries()[0] as object, { number: 5 })
  expect(journal.entries()[0]?.number).toBe(1)
})
