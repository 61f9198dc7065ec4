import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { type FakeWeCom, fakeWeCom, refusal } from '../../test/support/fakeWeCom.mts'
import { type WatchedTrigger, watch } from '../../test/support/watch.mts'

const [pending, rejected, approved] = [1, 2, 3]
const meetingid = 'webinar'
const megabytes = 'x'.repeat(5_000_000)
const damaged = /^The stored state of the node "WeCom Meeting Trigger" could not be read, so /

/** What a trigger stores that knows 1 and 2 as pending, 3 as approved. */
const whole = { meetingid, statuses: { 1: ['1', '2'], 3: ['3'] }, hasBaseline: true }

describe('a stored state that can be read', () => {
  it.each<[string, object]>([
    ['as it is stored', whole],
    ['with IDs as numbers', { ...whole, statuses: { 1: [1, 2], 3: [3] } }],
    [
      'with statuses that nobody has described',
      { ...whole, statuses: { '-1': ['1'], '9007199254740991': ['2'], 0: ['3'] } },
    ],
    ['beside data of others', { ...whole, lastTimeChecked: null, list: [{}] }],
    ['with a cursor that is none', { ...whole, cursor: { at: 50 } }],
  ])('%s: whoever is new is told of, nobody else, without a warning', async (_, stored) => {
    const { wecom, watched } = restarted(stored)
    wecom.enrollments.push(one(5))
    expect(idsOf(await watched.poll())).toEqual(['5'])
    expect(watched.warnings).toEqual([])
    expect(await watched.poll()).toEqual([])
  })

  it('is saved only when something has changed', async () => {
    const { wecom, watched } = restarted(whole)
    const saved = watched.saves
    await watched.poll()
    await watched.poll()
    expect(watched.saves).toBe(saved)
    wecom.enrollments.push(one(5))
    await watched.poll()
    expect(watched.saves).toBeGreaterThan(saved)
  })

  it.each([
    ['in a row', (index: number) => 1_386_442 + index],
    ['all over the place', (index: number) => 1_000_000 + ((index * 2_654_435_761) % 9_000_000)],
  ])('takes 100 kB for 10,000 IDs of seven digits %s', async (_, idAt) => {
    const wecom = fakeWeCom(Array.from({ length: 10_000 }, (_, i) => one(idAt(i), 1 + (i % 3))))
    const watched = trigger(wecom)
    await watched.poll()
    expect(watched.stored.length).toBeLessThan(101_000)
  })
})

/** What each one says of 1, 2 and 3 that can still be read. */
const unreadable: [string, unknown, readable: number[]][] = [
  ['null', null, []],
  ['a list', [whole], []],
  ['an empty list', [], []],
  ['text', 'state', []],
  ['5 MB of text', megabytes, []],
  ['a number', 7, []],
  ['true', true, []],
  ['without a webinar', { ...whole, meetingid: undefined }, []],
  ['with null for a webinar', { ...whole, meetingid: null }, []],
  ['with an empty ID for a webinar', { ...whole, meetingid: '' }, []],
  ['with an object for a webinar', { ...whole, meetingid: { id: meetingid } }, []],
  ['with nothing but the webinar', { meetingid }, []],
  ['without statuses', { ...whole, statuses: undefined }, []],
  ['with null for statuses', { ...whole, statuses: null }, []],
  ['with a list for statuses', { ...whole, statuses: [['1', '2'], ['3']] }, []],
  ['with text for statuses', { ...whole, statuses: '1,2,3' }, []],
  ['with 5 MB of text for statuses', { ...whole, statuses: megabytes }, []],
  ['with a number for statuses', { ...whole, statuses: 3 }, []],
  ['with null for a list of IDs', { ...whole, statuses: { 1: null, 3: ['3'] } }, [3]],
  ['with text for a list of IDs', { ...whole, statuses: { 1: '1,2', 3: ['3'] } }, [3]],
  ['with a number for a list of IDs', { ...whole, statuses: { 1: 2, 3: ['3'] } }, [3]],
  ['with an empty object for a list of IDs', { ...whole, statuses: { 1: {}, 3: ['3'] } }, [3]],
  ['with IDs of other types', { ...whole, statuses: { 1: ['1', null, {}, ['2'], true] } }, [1]],
  [
    'with another key among the statuses',
    { ...whole, statuses: { ...whole.statuses, x: [] } },
    [1, 2, 3],
  ],
  ['with status and ID swapped', { ...whole, statuses: { a: ['1'], '1e3': ['2'], '': ['3'] } }, []],
  ['without a base line', { ...whole, hasBaseline: undefined }, [1, 2, 3]],
  ['with text for the base line', { ...whole, hasBaseline: 'true' }, [1, 2, 3]],
  ['with null for the base line', { ...whole, hasBaseline: null, cursor: '50' }, [1, 2, 3]],
  [
    'with a prototype in it',
    JSON.parse('{"__proto__":{"hasBaseline":true},"meetingid":"webinar"}'),
    [],
  ],
  [
    'with a prototype in its statuses',
    JSON.parse(
      '{"meetingid":"webinar","hasBaseline":true,"statuses":{"__proto__":["1"],"3":["3"]}}',
    ),
    [3],
  ],
  ['of another shape', { version: 2, known: { 1: 1 } }, []],
  ['of another node', { lastTimeChecked: '2026-03-14' }, []],
  ['with null alone', { statuses: null }, []],
  [
    'with IDs packed into text',
    { ...whole, statuses: { 1: { numbers: 'zzz*999999' }, 3: { numbers: megabytes } } },
    [],
  ],
]

describe('a stored state that cannot be read', () => {
  it.each(unreadable)(
    '%s: becomes a base line, with a warning',
    { timeout: 20_000 },
    async (_, stored) => {
      const { wecom, watched } = restarted(stored, { deliverExisting: true })
      wecom.enrollments.push(one(4))
      expect(await watched.poll()).toEqual([])
      expect(watched.warnings).toEqual([expect.stringMatching(damaged)])

      wecom.enrollments.push(one(5))
      expect(idsOf(await watched.poll())).toEqual(['5'])
      expect(await watched.poll()).toEqual([])
      expect(watched.warnings).toHaveLength(1)
    },
  )

  it.each(unreadable)(
    '%s: tells of changes of those it still knows',
    { timeout: 20_000 },
    async (_, stored, readable) => {
      const { wecom, watched } = restarted(stored, {}, 'statusChanged')
      wecom.enrollments = [one(1, rejected), one(2, rejected), one(3, rejected)]
      expect(idsOf(await watched.poll()).map(Number)).toEqual(readable)
      expect(await watched.poll()).toEqual([])
    },
  )

  it.each([null, [], 'state', { meetingid: null }])(
    '%j: stays as it is while polls fail',
    async (stored) => {
      const { wecom, watched } = restarted(stored)
      wecom.respondInstead = () => refusal(48002)
      await expect(watched.poll()).rejects.toThrow('48002')
      expect(watched.stored).toBe(JSON.stringify(stored))
      wecom.respondInstead = undefined
      expect(await watched.poll()).toEqual([])
      expect(watched.warnings).toEqual([expect.stringMatching(damaged)])
    },
  )

  it('says how to get rid of one in whose place nothing can be stored', async () => {
    const { watched } = restarted(null)
    await watched.poll()
    expect(watched.warnings).toEqual([expect.stringMatching(/rename the node/)])
    expect(watched.stored).toBe('null')
  })

  it('takes a base line of many pages over several polls, telling nobody of the existing', async () => {
    const { wecom, watched } = restarted({ ...whole, statuses: null }, { deliverExisting: true })
    wecom.enrollments = Array.from({ length: 120 }, (_, index) => one(index))
    for (const _ of Array(3)) expect(await watched.poll({ budget: -1 })).toEqual([])
    wecom.enrollments.push(one('new'))
    expect(idsOf(await watched.poll())).toEqual(['new'])
    expect(watched.warnings).toHaveLength(1)
  })

  it('is that of another webinar: a first activation, without a warning', async () => {
    for (const other of [
      { ...whole, meetingid: 'other' },
      { ...whole, meetingid: 7, statuses: null },
    ]) {
      const { watched } = restarted(other, { deliverExisting: true })
      expect(await watched.poll()).toHaveLength(3)
      expect(watched.warnings).toEqual([])
    }
  })
})

/** A trigger for which n8n has stored `stored`, and the webinar that it watches: 1, 2 and 3. */
function restarted(
  stored: unknown,
  options: INodeParameters = {},
  event = 'created',
): { wecom: FakeWeCom; watched: WatchedTrigger } {
  const wecom = fakeWeCom([one(1), one(2), one(3, approved)])
  const watched = trigger(wecom, options, event)
  watched.stored = JSON.stringify(stored)
  return { wecom, watched }
}

function trigger(
  wecom: FakeWeCom,
  options: INodeParameters = {},
  event = 'created',
): WatchedTrigger {
  return watch(wecom, { webinar: { mode: 'id', value: meetingid }, options, event })
}

function one(enroll_id: number | string, status = pending): object {
  return { enroll_id: String(enroll_id), nick_name: '王芳', status, answer_list: [] }
}

function idsOf(items: IDataObject[]): unknown[] {
  return items.map(({ enroll_id }) => enroll_id)
}
