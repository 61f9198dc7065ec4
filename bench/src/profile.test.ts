import { expect, test } from 'vitest'
import { byOrigin, profileEach, profileRows } from './profile.ts'

const frame = (functionName: string, url = '') => ({
  functionName,
  url,
  scriptId: '1',
  lineNumber: 0,
  columnNumber: 0,
})

test('samples are added up by where the function stands; waiting does not count', () => {
  const frames = [
    frame('(idle)'),
    frame('post', 'node:inspector'),
    frame('(garbage collector)'),
    frame('writev'),
    frame('send', 'file:///here/packages/client/src/transport/send.ts'),
    frame('fetch', 'node:internal/deps/undici/undici'),
    frame('parse'),
  ]
  const nodes = frames.map((callFrame, id) => ({ id, callFrame }))
  const samples = [0, 1, 2, 3, 4, 5, 6, 4]
  const timeDeltas = [100, 100, 1, 2, 3, 4, 5, 30]
  const profile = byOrigin({ nodes, samples, timeDeltas, startTime: 0, endTime: 245 })
  expect(Object.fromEntries(profile)).toEqual({
    'garbage collection': 1,
    sending: 2,
    'this client': 33,
    'fetch (undici)': 4,
    'the rest of Node': 5,
  })
})

test('rows are costs of a unit, the last column’s largest first', () => {
  const profiles = new Map([
    ['plain', new Map([['fetch (undici)', 30]])],
    [
      'own',
      new Map([
        ['timers', 10],
        ['fetch (undici)', 40],
      ]),
    ],
  ])
  expect(profileRows(profiles, 10)).toEqual([
    { where: 'fetch (undici)', plain: 3, own: 4 },
    { where: 'timers', plain: 0, own: 1 },
  ])
})

test('work is really sampled', async () => {
  const spin = async () => {
    const end = performance.now() + 50
    while (performance.now() < end) JSON.parse('[1]')
  }
  const profiles = await profileEach(new Map([['spin', spin]]), 2)
  const costs = [...(profiles.get('spin')?.values() ?? [])]
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeGreaterThan(10_000)
})
