import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type MockServer, type MockServerOptions, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { getToken, paths } from '../testing/callMock.ts'

/** What is sent, and to what kind of mock. */
interface Situation {
  options: MockServerOptions
  prepare: ((mock: MockServer) => void)[]
  method: string
  path: string
  token: string | undefined
  headers: Record<string, string>
  body: string
}

interface Layer {
  /** Lets this layer have something to say, on top of all that the lower ones have. */
  add: (situation: Situation) => void
  response: JsonObject
  struck?: number[]
}

/** The rows of the README's table, by what stands first in them. */
const layers: Record<string, Layer> = {
  'The page, its files, `/__mock/`': {
    add: (situation) => Object.assign(situation, { path: '/__mock/server', method: 'GET' }),
    response: { version: expect.any(String) },
  },
  'A path or method that the spec does not have': {
    add: (situation) => Object.assign(situation, { method: 'PUT' }),
    response: { errcode: 40058, errmsg: expect.stringContaining('PUT where POST is required') },
  },
  '`Prefer: example=NAME`': {
    add: ({ headers }) => Object.assign(headers, { prefer: 'example=resolved' }),
    response: { errcode: 0, title: expect.any(String) },
  },
  'Your own faults, the newest first': {
    add: ({ prepare }) =>
      prepare.push((mock) => {
        mock.fault({ errcode: 60011 })
        mock.fault({ errcode: 301002 })
        mock.fault({ errcode: 60020, match: { meetingid: 'other' } })
      }),
    response: { errcode: 301002 },
    struck: [0, 1, 0, 0],
  },
  "The scenario's faults": {
    add: ({ prepare }) => prepare.unshift((mock) => mock.scenario('not-permitted')),
    response: { errcode: 48002 },
    struck: [1],
  },
  '`--rate-limit`, `--concurrency-limit`': {
    add: ({ options, prepare }) => {
      options.rateLimit = 1
      prepare.push(() => undefined)
    },
    response: { errcode: 45009 },
  },
  'The token': {
    add: (situation) => Object.assign(situation, { token: 'wrong' }),
    response: { errcode: 40014 },
  },
  'The body: broken off, over 1 MB, no JSON': {
    add: (situation) => Object.assign(situation, { body: '{' }),
    response: { errcode: 40058, errmsg: expect.stringContaining('Warning: wrong json format') },
  },
  'Its fields, as the spec has them': {
    add: (situation) =>
      Object.assign(situation, { body: '{"meetingid":"nobody","sub_meetingid":5}' }),
    response: { errcode: 40058, errmsg: expect.stringContaining('sub_meetingid') },
  },
  'What the operation finds': {
    add: (situation) => Object.assign(situation, { body: '{"meetingid":"nobody"}' }),
    response: { errcode: 90602 },
  },
}

const rows = Object.keys(layers)

function readTable(name: string): string[] {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
  const table = /^#+ (?:What wins over what|优先级)\n[^|]*((?:\|.*\n)+)/m.exec(text)?.[1] ?? ''
  return Array.from(table.matchAll(/^\| \d+ +\| (.*?) +\|/gm), ([, cell]) => String(cell))
}

/** The response where this row and all below it have something to say, and what then struck. */
async function ask(row: string) {
  const situation: Situation = {
    options: {},
    prepare: [],
    method: 'POST',
    path: paths.getMeeting,
    token: undefined,
    headers: {},
    body: '{"meetingid":"XXXXXXXXX"}',
  }
  for (const name of rows.slice(rows.indexOf(row)).reverse()) layers[name]?.add(situation)
  const { options, prepare, method, path, headers, body } = situation
  const mock = await startMockServer(options)
  const token = situation.token ?? (await getToken(mock)).access_token
  const send = async (): Promise<JsonObject> => {
    const url = `${mock.url}${path}?access_token=${token}`
    const query = path === '/__mock/server' ? `${mock.url}${path}` : url
    const sent = method === 'GET' ? { method, headers } : { method, headers, body }
    return (await fetch(query, sent)).json() as Promise<JsonObject>
  }
  // Uses up what the limit allows.
  if (options.rateLimit) await send()
  for (const step of prepare) step(mock)
  const response = await send()
  const seen = { response, struck: mock.faults.map(({ struck }) => struck) }
  await mock.close()
  return seen
}

describe('what wins over what', () => {
  test('the README has these rows, in both languages', () => {
    expect(readTable('README.md')).toEqual(rows)
    expect(readTable('README.zh-CN.md')).toHaveLength(rows.length)
  })

  test.each(rows)('%s', async (row) => {
    const { response, struck } = await ask(row)
    expect(response).toMatchObject(layers[row]?.response as JsonObject)
    const expected = layers[row]?.struck ?? struck.map(() => 0)
    expect(struck).toEqual(expected)
  })

  test('a request for an example counts for no limit', async () => {
    await using mock = await startMockServer({ rateLimit: 1 })
    const { access_token } = await getToken(mock)
    const send = async (headers: Record<string, string>): Promise<unknown> => {
      const url = `${mock.url}${paths.getMeeting}?access_token=${access_token}`
      const sent = { method: 'POST', headers, body: '{"meetingid":"XXXXXXXXX"}' }
      return ((await (await fetch(url, sent)).json()) as JsonObject).errcode
    }
    const prefer = { prefer: 'example=resolved' }
    expect([await send(prefer), await send(prefer), await send({}), await send({})]).toEqual([
      0, 0, 0, 45009,
    ])
  })
})

test("the README's waiting loop spends no start fault", async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, path] = /--retry-connrefused "\$WECOM_BASE_URL(\/\S+)"/.exec(readme) ?? []
  await using mock = await startMockServer({ faults: [{ errcode: -1, times: 1 }], rateLimit: 1 })
  for (let tries = 0; tries < 3; tries += 1) {
    expect((await fetch(`${mock.url}${path}`)).status).toBe(200)
  }
  expect(mock.faults).toMatchObject([{ struck: 0 }])
  expect(mock.requests()).toEqual([])
  expect(await getToken(mock)).toMatchObject({ errcode: -1 })
})
