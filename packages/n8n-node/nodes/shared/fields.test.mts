import { describe, expect, it } from 'vitest'
import { copyOf, isoTimesIn } from './fields.ts'

describe('isoTimesIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-08T06:59:59Z', '2026-03-08T14:59:59.000+08:00'],
    ['America/New_York', '2026-03-07T23:59:59Z', '2026-03-07T18:59:59.000-05:00'],
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59.000-05:00'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00.000-04:00'],
    ['America/New_York', '2026-03-09T00:00:00Z', '2026-03-08T20:00:00.000-04:00'],
    ['UTC', '2026-03-08T07:00:00Z', '2026-03-08T07:00:00.000+00:00'],
  ])('writes with the offset that holds in %s at %s', (timeZone, at, written) => {
    const times = isoTimesIn(timeZone)
    const start_time = Date.parse(at) / 1000
    expect(times({ start_time })).toEqual({ start_time: written })
    expect(times({ start_time })).toEqual({ start_time: written })
  })
})

describe('copyOf', () => {
  it('names no field called like one that every object has', () => {
    const fields = JSON.parse('{"constructor":null,"__proto__":1,"status":null}')
    expect(Object.entries(copyOf(fields, 'Enrollment'))).toEqual([
      ['constructor', null],
      ['__proto__', 1],
      ['status', null],
      ['status_name', null],
    ])
  })
})
