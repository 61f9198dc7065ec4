import { specPath } from '@wecom-meeting/spec'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { getToken, paths } from '../testing/callMock.ts'
import { type PlainPrism, startPlainPrism } from '../testing/plainPrism.ts'

let prism: PlainPrism
let mock: MockServer
let token: string

beforeAll(async () => {
  prism = await startPlainPrism(specPath)
  mock = await startMockServer({ journalSize: 1 })
  token = String((await getToken(mock)).access_token)
})
afterAll(async () => {
  await prism[Symbol.asyncDispose]()
  await mock.close()
})

const { operations: described } = await loadSpec()
const operations = described.filter(({ resource }) => resource.request?.body)
/** Every field that a request of the spec has. */
const names = [
  ...new Set(
    operations.flatMap(({ resource }) => {
      const schema = resource.request?.body?.contents?.[0]?.schema
      return Object.keys(schema?.properties ?? {})
    }),
  ),
]

/** Values on both sides of every border that the spec draws. */
const value = fc.oneof(
  fc.constantFrom<unknown>('', 'a', 'XXXXXXXXX', null, true, [], {}),
  fc.constantFrom<unknown>(-1, 0, 1, 2, 3, 4, 49, 50, 51, 1.5, 20.0, 2 ** 31, 2 ** 32, 1e300),
  fc.integer({ min: -2, max: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const fields = fc.dictionary(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 12 })),
  value,
  { maxKeys: 6 },
)
const rightFields = fc.record(
  {
    meetingid: fc.string({ minLength: 1, maxLength: 40 }),
    meeting_code: fc.string({ minLength: 1, maxLength: 12 }),
    status: fc.integer({ min: 0, max: 3 }),
    limit: fc.integer({ min: 1, max: 50 }),
    cursor: fc.string(),
    userid: fc.string({ minLength: 1, maxLength: 12 }),
    begin_time: fc.nat(),
    enroll_id_list: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    action: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  { weight: 6, arbitrary: fields.map((object) => JSON.stringify(object)) },
  { weight: 3, arbitrary: rightFields.map((object) => JSON.stringify(object)) },
  { weight: 1, arbitrary: fc.json() },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.json(), fc.nat(20)).map(([text, cut]) => text.slice(0, cut)),
  },
)
const tokens = fc.oneof(
  { weight: 12, arbitrary: fc.constant('?access_token=TOKEN') },
  fc.constantFrom('', '?access_token=', '?access_token=TOKEN&debug=0', '?other=1'),
)

const counts = { valid: 0, invalid: 0 }

/** Plain Prism returns 200 or one of its own refusals; the mock's verdict stands in its journal. */
async function expectSameVerdict(path: string, init: RequestInit): Promise<void> {
  const [prisms, own] = await Promise.all([
    fetch(prism.url + path, init),
    fetch(mock.url + path, init),
  ])
  await Promise.all([prisms.text(), own.text()])
  const entry = mock.requests()[0]
  expect({ valid: entry?.verdict.valid, reasons: entry?.verdict.reasons }).toEqual({
    valid: prisms.status === 200,
    reasons: expect.any(Array),
  })
  counts[entry?.verdict.valid ? 'valid' : 'invalid'] += 1
}

test('2,000 bodies get the verdict of plain Prism', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations), tokens, body, ({ path }, query, text) =>
      expectSameVerdict(path + query.replaceAll('TOKEN', () => token), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      }),
    ),
    { numRuns: 2000 },
  )
  expect(counts.valid).toBeGreaterThan(400)
  expect(counts.invalid).toBeGreaterThan(400)
}, 170_000)

test('300 queries of gettoken get the verdict of plain Prism', async () => {
  const pair = fc.tuple(
    fc.constantFrom('corpid', 'corpsecret', 'other', 'CORPID'),
    fc.oneof(fc.constantFrom('', 'a', '%20', ','), fc.webFragments()),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 4 }), (pairs) =>
      expectSameVerdict(`${paths.getToken}?${pairs.map((one) => one.join('=')).join('&')}`, {}),
    ),
    { numRuns: 300 },
  )
}, 170_000)
