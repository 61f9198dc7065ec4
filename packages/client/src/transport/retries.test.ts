import { expect, test } from 'vitest'
import {
  brokenConnection,
  type FakeAnswer,
  fakeWeCom,
  refused,
} from '../../test/support/fakeWeCom.ts'
import { createWeComClient } from '../createWeComClient.ts'

/** A call that is answered as `answer` says, and how long it waited between its attempts. */
async function callAnsweredBy(answer: (nth: number) => FakeAnswer, options = {}) {
  const waits: number[] = []
  const fake = fakeWeCom((_, nth) => answer(nth))
  const wecom = createWeComClient({
    accessToken: 't',
    fetch: fake.fetch,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  })
  const result = await wecom.meetings.get({ meetingid: 'm' }).catch((error: Error) => error)
  return { attempts: fake.calls.length, waits, result }
}

test.each<[string, () => FakeAnswer, number, string]>([
  ['-1', () => refused(-1), 4, 'ServerBusyError'],
  ['45033', () => refused(45033), 4, 'RateLimitError'],
  ['a broken connection', () => brokenConnection(), 4, 'ConnectionError'],
  ['HTTP 502', () => new Response('<html>', { status: 502 }), 4, 'HttpError'],
  ['an HTML page', () => new Response('<html>'), 4, 'ResponseFormatError'],
  ['an empty answer', () => new Response(''), 4, 'ResponseFormatError'],
  ['a JSON list', () => new Response('[]'), 4, 'ResponseFormatError'],
  ['HTTP 404', () => new Response('{}', { status: 404 }), 1, 'HttpError'],
  ['45009', () => refused(45009), 1, 'RateLimitError'],
  ['40058', () => refused(40058), 1, 'InvalidRequestError'],
  ['60020', () => refused(60020), 1, 'PermissionError'],
  ['90602', () => refused(90602), 1, 'NotFoundError'],
  ['a number that nobody knows', () => refused(730099), 1, 'WeComApiError'],
])('%s for ever: %3$i attempts', async (_, answer, attempts, name) => {
  const outcome = await callAnsweredBy(answer)
  expect(outcome).toMatchObject({ attempts, result: { name } })
})

test('a call that succeeds on its third attempt succeeds', async () => {
  const { attempts, result } = await callAnsweredBy((nth) =>
    nth < 3 ? refused(-1) : { errcode: 0, errmsg: 'ok', title: 'at last' },
  )
  expect(attempts).toBe(3)
  expect(result).toMatchObject({ title: 'at last' })
})

test('maxRetries says how often', async () => {
  expect((await callAnsweredBy(() => refused(-1), { maxRetries: 0 })).attempts).toBe(1)
  expect((await callAnsweredBy(() => refused(-1), { maxRetries: 5 })).attempts).toBe(6)
})

test('each wait is a random part of a doubling time', async () => {
  const waits: number[][] = []
  for (let call = 0; call < 50; call++) waits.push((await callAnsweredBy(() => refused(-1))).waits)
  expect(waits.every(([a = -1, b = -1, c = -1]) => a <= 500 && b <= 1000 && c <= 2000)).toBe(true)
  expect(waits.flat().every((wait) => wait >= 0)).toBe(true)
  expect(new Set(waits.flat()).size).toBeGreaterThan(100)
})
