import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { MockSetupError, startMockServer } from './index.ts'
import { Mask } from './journal/mask.ts'
import { call, getToken, paths } from './testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a request that is nested very deep', () => {
  const deep = (depth: number) => `{"meetingid":"a","b":${'['.repeat(depth)}${']'.repeat(depth)}}`

  test.each([5000, 300_000])('%i arrays: the journal is served, as text', async (depth) => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    await call(mock, 'getMeeting', deep(depth))
    const response = await fetch(`${mock.url}/__mock/requests`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject([{ number: 1 }, { operation: 'getMeeting' }])
    const [entry] = mock.requests({ operation: 'getMeeting' })
    expect(entry?.body).toBeUndefined()
    expect(entry?.bodyText).toBe(depth === 5000 ? deep(depth) : undefined)
    const waited = await fetch(`${mock.url}/__mock/waitFor`, {
      method: 'POST',
      body: '{"after":1}',
    })
    expect(waited.status).toBe(200)
  })

  test('as data is refused in one sentence', async () => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    const title = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    const circle: { self?: unknown } = {}
    circle.self = circle
    for (const value of [title, circle]) {
      expect(() => mock.addMeeting({ title: value })).toThrow(/nested more than 100 deep/)
      expect(() => mock.addWebinar({ title: value })).toThrow(/nested more than 100 deep/)
      expect(() => mock.addWebinar({ enrollments: [{ nick_name: value }] })).toThrow(
        /nested more than 100 deep/,
      )
      expect(() => mock.fault({ errcode: 1, operation: value })).toThrow(
        /nested more than 100 deep/,
      )
    }
  })
})

describe("wrong secrets that a page of another site sends in the tester's browser", () => {
  const wrong = (url: string, corpid: string, site?: string) =>
    new Promise((resolve, reject) => {
      const headers = site === undefined ? {} : { 'sec-fetch-site': site }
      request(
        `${url}${paths.getToken}?corpid=${corpid}&corpsecret=wrong`,
        { headers },
        (response) => {
          response.resume().on('end', resolve)
        },
      )
        .on('error', reject)
        .end()
    })

  test.each(['cross-site', 'same-site'])('%s: do not block the address', async (site) => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    for (let count = 0; count < 6; count += 1) await wrong(mock.url, mock.corpId, site)
    expect(await getToken(mock)).toMatchObject({ errcode: 0 })
  })

  test.each([undefined, 'none'])('%s: do', async (site) => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    for (let count = 0; count < 6; count += 1) await wrong(mock.url, mock.corpId, site)
    expect(await getToken(mock)).toMatchObject({ errcode: 45009 })
  })
})

// Each of these took minutes, or some seconds each; linear, they take milliseconds.
describe('long texts take no long time', () => {
  test.each([
    ['spaces behind a name', `{"token":${' '.repeat(16_000)}`],
    ['spaces behind a bracket', `{"token":[${' '.repeat(16_000)}`],
    ['spaces before a colon', `{"token"${' '.repeat(16_000)}`],
    ['names', 'token'.repeat(3200)],
    ['names with hyphens', 'token-'.repeat(2600)],
    ['escapes', `"token":"${'\\'.repeat(16_000)}`],
    ['quotes', `"token":${'"'.repeat(16_000)}`],
    ['names and spaces', 'token : '.repeat(2000)],
  ])(
    'masking 100 bodies of %s',
    (_name, body) => {
      for (let count = 0; count < 100; count += 1) new Mask().text(body)
    },
    5000,
  )

  test('a target of 8,000 parameters', async () => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    const target = `${mock.url}/nothing?${'a&'.repeat(8000)}`
    for (let count = 0; count < 10; count += 1) await (await fetch(target)).text()
    expect(mock.requests()).toHaveLength(10)
  }, 5000)

  test('fixtures of 200,000 keys', async () => {
    const fixtures = join(folder, 'keys.yaml')
    const keys = Array.from({ length: 200_000 }, (_, index) => `k${index}: ${index}\n`)
    writeFileSync(fixtures, keys.join(''))
    await expect(startMockServer({ fixtures })).rejects.toThrow(
      'keys.yaml:1:5: file has no field k0',
    )
  }, 30_000)
})

describe('sizes are limited, in one sentence', () => {
  test('enrollments at once', async () => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    const { meetingid } = mock.addWebinar()
    const sentence = /^enrollments is 100000; expected how many have enrolled, up to 20000/
    expect(() => mock.addWebinar({ enrollments: 100_000 })).toThrow(sentence)
    expect(() => mock.addEnrollments(meetingid, 100_000)).toThrow(sentence)
    expect(() => mock.addEnrollments(meetingid, Array(20_001).fill({}))).toThrow(
      'enrollments is a list of 20001; expected how many have enrolled, up to 20000',
    )
    expect(mock.enrollments(meetingid)).toEqual([])
  })

  test.each([
    [
      'a list',
      `meetings: [${'{},'.repeat(10_001)}]`,
      'meetings: a list of 10001; expected at most 10000',
    ],
    ['depth', `meetings: ${'['.repeat(100_000)}`, 'nested too deep'],
  ])(
    'fixtures, %s',
    async (name, text, sentence) => {
      const fixtures = join(folder, `${name}.yaml`)
      writeFileSync(fixtures, text)
      await expect(startMockServer({ fixtures })).rejects.toThrow(sentence)
    },
    30_000,
  )

  test('a fixtures file', async () => {
    const fixtures = join(folder, 'large.yaml')
    writeFileSync(fixtures, ' '.repeat(34_000_000))
    await expect(startMockServer({ fixtures })).rejects.toThrow(
      'large.yaml: is of 34000000 bytes; expected at most 33554432',
    )
  })
})

test.each([
  ['{"after":{"toString":1}}', 'after is {"toString":1}; expected an integer'],
  ['{"valid":{"toString":1}}', 'valid is {"toString":1}; expected true or false'],
  ['{"errcode":[1]}', 'errcode is [1]; expected an integer'],
  ['{"after":"1"}', 'after is "1"; expected an integer'],
  [
    '{"operation":{"toString":1}}',
    'operation is {"toString":1}; expected one of getToken, getMeeting',
  ],
  ['{"timeout":{"valueOf":1}}', 'timeout is {"valueOf":1}; expected milliseconds'],
])('waitFor %s is refused', async (body, error) => {
  await using mock = await startMockServer({ onMockFault: unexpected })
  const response = await fetch(`${mock.url}/__mock/waitFor`, { method: 'POST', body })
  expect(await response.json()).toEqual({ error: expect.stringContaining(error) })
  expect(response.status).toBe(400)
})

describe('what no JSON can hold is refused in one sentence', () => {
  const values: [string, unknown][] = [
    ['bigint', 5n],
    ['function', () => 1],
    ['Date', new Date(0)],
    ['NaN', Number.NaN],
    ['symbol', Symbol('a')],
  ]
  test.each(values)('%s', async (type, value) => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    const loose = value as never
    for (const run of [
      () => mock.addMeeting({ title: loose }),
      () => mock.addMeeting({ extra: { deep: [loose] } }),
      () => mock.addWebinar({ enrollments: [{ nick_name: loose }] }),
      () => mock.fault({ errcode: loose }),
      () => mock.requests({ after: loose }),
      () => mock.scenario(loose),
      () => mock.enrollments(loose),
      () => mock.removeFault(loose),
    ]) {
      expect(run).toThrow(MockSetupError)
      expect(run).toThrow(type)
    }
    await expect(mock.waitFor({}, { timeout: loose })).rejects.toThrow(MockSetupError)
    await expect(startMockServer({ corpId: loose })).rejects.toThrow(
      /^corpId is .*; expected a text/,
    )
  })

  test.each([5, 'Date.now', {}, null])('a clock that is %j', async (value) => {
    const now = value as never
    await expect(startMockServer({ now })).rejects.toThrow(/^now is .*; expected a function$/)
  })

  test.each([null, 5, []])('options that are %j', async (options) => {
    await expect(startMockServer(options as never)).rejects.toThrow(
      /^what startMockServer is given is .*; expected a map of fields$/,
    )
  })
})

describe('what is given in process is refused in one sentence', () => {
  const names = ['addMeeting', 'addWebinar', 'fault', 'requests', 'count', 'verify', 'waitFor']
  test.each([...names, 'reset', 'addCorp'])('%s(null)', async (name) => {
    await using mock = await startMockServer()
    const call = async () => Reflect.get(mock, name)(null)
    await expect(call).rejects.toMatchObject({
      name: 'MockSetupError',
      message: `what ${name} is given is null; expected a map of fields`,
    })
  })
})

test.each([-1, Number.NaN, '1', null])('a wait of %j milliseconds is refused', async (timeout) => {
  await using mock = await startMockServer({ onMockFault: unexpected })
  await expect(mock.waitFor({}, { timeout: timeout as never })).rejects.toThrow(MockSetupError)
})

test.each([
  ['addMeeting', (many: object) => many],
  ['addMeeting', (settings: object) => ({ settings })],
  ['fault', (many: object) => many],
])(
  '80,000 unknown names for %s are refused in a short text',
  async (control, wrap) => {
    await using mock = await startMockServer({ onMockFault: unexpected })
    const many = Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`k${index}`, 1]))
    const body = JSON.stringify(wrap(many))
    const response = await fetch(`${mock.url}/__mock/${control}`, { method: 'POST', body })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(200_000)
  },
  10_000,
)

function unexpected(message: string): never {
  throw new Error(message)
}
