import { describe, expect, it } from 'vitest'
import { packed, unpacked } from '../nodes/WeComMeetingTrigger/state/packedStatuses.ts'

describe('packed statuses', () => {
  it.each([
    ['nothing', []],
    [
      'numbers out of order',
      [
        ['30', 1],
        ['2', 3],
        ['10', 1],
      ],
    ],
    [
      '0, and ids beyond 2^53',
      [
        ['0', 1],
        ['9007199254740993', 1],
        ['18446744073709551615', 2],
      ],
    ],
    [
      'text, and text that looks like a number',
      [
        ['abc', 1],
        ['007', 1],
        ['7', 1],
        ['', 3],
      ],
    ],
    [
      'statuses that nobody has described',
      [
        ['1', 9],
        ['2', -1],
      ],
    ],
  ] as [string, [string, number][]][])('give back %s', (_, entries) => {
    const statuses = new Map(entries)
    const stored = JSON.parse(JSON.stringify(packed(statuses)))
    expect(new Map([...unpacked(stored)].sort())).toEqual(new Map([...statuses].sort()))
  })

  it('take a dozen characters for 10,000 ids in a row', () => {
    const statuses = new Map(Array.from({ length: 10_000 }, (_, i) => [String(1_386_442 + i), 1]))
    expect(JSON.stringify(packed(statuses)).length).toBeLessThan(40)
    expect(unpacked(packed(statuses))).toEqual(statuses)
  })

  it('take 60 kB for 10,000 ids all over the place', () => {
    const statuses = new Map(
      Array.from({ length: 10_000 }, (_, i) => [
        String((i * 2_654_435_761) % 2 ** 32),
        1 + (i % 3),
      ]),
    )
    expect(JSON.stringify(packed(statuses)).length).toBeLessThan(60_000)
  })
})
