import { describe, expect, test } from 'vitest'
import type { MockRequest } from '../http/MockRequest.ts'
import { startMockServer } from '../index.ts'
import type { MockServerSettings } from '../options.ts'
import { getToken } from '../testing/callMock.ts'
import { Journal } from './Journal.ts'

function request(number: number, operation: string, bodyText?: string): MockRequest {
  const kept = {
    number,
    started: 0,
    operation,
    bodyText,
    time: 0,
    path: '',
    query: {},
    headers: {},
    reasons: [] as string[],
  }
  return kept as unknown as MockRequest
}

const never = (): Promise<void> => new Promise(() => undefined)

const waiting = (timeout: number) => ({
  timeout,
  atCaller: <E extends Error>(error: E): E => error,
})

function journalOf(limit: number, sleep: MockServerSettings['sleep'] = never): Journal {
  return new Journal({ size: limit, sleep })
}

test('keeps the latest entries only, in order', () => {
  const journal = journalOf(3)
  for (let number = 1; number <= 11; number += 1) journal.add(request(number, 'getMeeting'))
  expect(journal.entries().map(({ number }) => number)).toEqual([9, 10, 11])
})

test('gives the entries of one operation', () => {
  const journal = journalOf(10)
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
  const journal = journalOf(10)
  journal.add(request(1, 'getMeeting', bodyText))
  expect(journal.entries()[0]?.body).toEqual(body)
})

test.each([
  [100, true],
  [101, false],
  [8000, false],
])('a body nested %i deep is shown parsed: %o, and always as text', (depth, isParsed) => {
  const journal = journalOf(10)
  const text = '['.repeat(depth) + ']'.repeat(depth)
  journal.add(request(1, 'getMeeting', text))
  const [entry] = journal.entries()
  expect(Array.isArray(entry?.body)).toBe(isParsed)
  expect(entry?.bodyText).toBe(text)
  expect(JSON.stringify(entry)).toContain(text)
})

test('gives copies', () => {
  const journal = journalOf(10)
  journal.add(request(1, 'getMeeting', '{}'))
  Object.assign(journal.entries()[0] as object, { number: 5 })
  expect(journal.entries()[0]?.number).toBe(1)
})

test('lets go of the oldest texts when they are long, and of no request', () => {
  const journal = journalOf(1000)
  const text = `"${'x'.repeat(16 * 1024 - 2)}"`
  for (let number = 1; number <= 600; number += 1) journal.add(request(number, 'getMeeting', text))
  const entries = journal.entries()
  expect(entries).toHaveLength(600)
  const [kept] = entries.filter(({ bodyText }) => bodyText !== undefined)
  expect(kept?.number).toBe(600 - 512 + 1)
  expect(entries.at(-1)?.bodyText).toBe(text)
})

test('keeps the texts within their limit while requests come and go', () => {
  const journal = journalOf(10)
  const text = `"${'x'.repeat(16 * 1024 - 2)}"`
  for (let number = 1; number <= 2000; number += 1) journal.add(request(number, 'getMeeting', text))
  const entries = journal.entries()
  expect(entries.map(({ number }) => number)).toEqual([
    1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999, 2000,
  ])
  expect(entries.every(({ bodyText }) => bodyText === text)).toBe(true)
})

describe('waitFor', () => {
  test('gives what the journal holds already', async () => {
    const journal = journalOf(10)
    journal.add(request(1, 'getMeeting'))
    const filter = { operation: 'getMeeting' } as const
    expect(await journal.waitFor(filter, waiting(1))).toMatchObject({ number: 1 })
  })

  test('waits for one that fits', async () => {
    const journal = journalOf(10)
    const next = journal.waitFor({ operation: 'getMeeting', after: 2 }, waiting(1))
    journal.add(request(2, 'getMeeting'))
    journal.add(request(3, 'getWebinar'))
    journal.add(request(4, 'getMeeting'))
    expect(await next).toMatchObject({ number: 4 })
  })

  test('says what it waited for when nothing came in time', async () => {
    const journal = journalOf(10, () => Promise.resolve())
    journal.add(request(1, 'getWebinar'))
    await expect(journal.waitFor({ operation: 'getMeeting' }, waiting(250))).rejects.toThrow(
      'no request that fits {"operation":"getMeeting"} was received within 250 ms; the latest of 1 request:\n  1 getWebinar: ',
    )
  })

  test('ends when the server is closed', async () => {
    const journal = journalOf(10)
    const next = journal.waitFor({}, waiting(1))
    journal.close()
    await expect(next).rejects.toThrow('the mock server was closed')
  })
})

test('who waits for a request after the latest gets the first one after a reset', async () => {
  await using mock = await startMockServer()
  for (let count = 0; count < 3; count += 1) await getToken(mock)
  const next = mock.waitFor({ after: 3 })
  mock.reset()
  await getToken(mock)
  expect(await next).toMatchObject({ number: 1 })
})
