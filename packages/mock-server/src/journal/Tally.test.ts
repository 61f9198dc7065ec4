import { expect, test } from 'vitest'
import type { Filtered } from './fitsFilter.ts'
import { Tally } from './Tally.ts'

function request(meetingid: string, more: Partial<Filtered> = {}): Filtered {
  const bodyText = JSON.stringify({ meetingid })
  const sent = { token: 'a', corpId: 'b', bodyText }
  return { operation: 'getMeeting', errcode: 0, reasons: [], ...sent, ...more }
}

test('counts any number of requests exactly, and forgets them when it is cleared', () => {
  const tally = new Tally()
  for (let count = 0; count < 100_000; count += 1) {
    tally.add(request(String(count % 100), { errcode: count % 2 === 0 ? 0 : -1 }), true)
  }
  expect(tally.count({})).toBe(100_000)
  expect(tally.count({ errcode: -1 })).toBe(50_000)
  expect(tally.count({ match: { meetingid: '7' } })).toBe(1000)
  tally.clear()
  expect(tally.count({ match: { meetingid: '7' } })).toBe(0)
})

test.each([
  ['more different requests than it tells apart', 30_000, 1],
  ['more text than it keeps', 1000, 16_000],
])('%s are counted, and it says that their match is unknown', (_name, most, length) => {
  const tally = new Tally()
  for (let count = 0; count < most; count += 1) tally.add(request(`${count}`.padEnd(length)), true)
  tally.add(request('x', { operation: 'getWebinar', errcode: 7 }), true)
  expect(tally.count({})).toBe(most + 1)
  expect(tally.count({ operation: 'getMeeting' })).toBe(most)
  expect(tally.count({ errcode: 7 })).toBe(1)
  expect(() => tally.count({ errcode: 0, match: { meetingid: '1' } })).toThrow(
    /^match cannot be told for \d+ of the requests since the last reset: /,
  )
})

test('a request whose body was not kept is counted under its errcode', () => {
  const tally = new Tally()
  tally.add(request('a'), false)
  tally.add(request('b'), true)
  expect(tally.count({ errcode: 0 })).toBe(2)
  expect(tally.count({ errcode: 5, match: { meetingid: 'b' } })).toBe(0)
  expect(() => tally.count({ match: { meetingid: 'b' } })).toThrow('told for 1 of the requests')
})
