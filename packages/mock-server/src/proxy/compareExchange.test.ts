import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { requestExamples, responseExamples } from '../spec/examples.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { createComparison } from './compareExchange.ts'
import { Report } from './Report.ts'
import { Secrets } from './Secrets.ts'

const spec = await loadSpec()
const { operations } = spec
const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const compare = createComparison(spec, new Secrets())
const operation = (id: string) => {
  const found = operations.find(({ operationId }) => operationId === id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}

/** What is printed of the violations of an exchange. */
function printed(id: string, query: Record<string, string>, sent: unknown, received?: unknown) {
  const { method, path } = operation(id)
  const headers = { 'content-type': 'application/json' }
  const message = (body: unknown) => ({
    headers,
    bytes: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  })
  const response = { status: 200, ...message(received) }
  const exchange = compare({
    method,
    target: `${path}?${new URLSearchParams(query)}`,
    time: 0,
    duration: 0,
    request: message(sent),
    ...(received === undefined ? {} : { response }),
  })
  const report = new Report(new Secrets(), new Set(), false)
  const lines = report.add({ ...exchange, evidence: [] }).split('\n')
  return lines.slice(1).map((line) => line.trim())
}

const ofRequest = (
  id: string,
  body: unknown,
  query: Record<string, string> = { access_token: 'T' },
) => printed(id, query, body)

/** With a request that violates nothing. */
function ofResponse(id: string, body: unknown) {
  const [sent] = requestExamples(operation(id).resource).values()
  const query: Record<string, string> =
    id === 'getToken' ? { corpid: 'c', corpsecret: 's' } : { access_token: 'T' }
  return printed(id, query, sent, body)
}

function sample(id: string): JsonObject {
  return structuredClone(responseExamples(operation(id).resource).get('resolved')) as JsonObject
}

describe('what the spec gives as examples has no violation', () => {
  const examples = operations.flatMap(({ operationId, resource }) => [
    ...Array.from(responseExamples(resource), ([name, body]) => ({ operationId, name, body })),
  ])
  // The published meeting holds attendance statuses that its page does not list: row 27.
  const cases = examples.filter(
    ({ operationId, name }) => operationId !== 'getMeeting' || name !== 'as-published',
  )
  test.each(cases)('response $name of $operationId', ({ operationId, body }) => {
    expect(ofResponse(operationId, body)).toEqual([])
  })

  test.each(
    operations.flatMap(({ operationId, resource }) =>
      Array.from(requestExamples(resource), ([name, body]) => ({ operationId, name, body })),
    ),
  )('request $name of $operationId', ({ operationId, body }) => {
    expect(ofRequest(operationId, body)).toEqual([])
  })
})

describe('a request', () => {
  test.each([
    [{}, ['request body: expected meetingid or meeting_code, required; got an empty object']],
    [undefined, ['request body: expected a body, required; got nothing']],
    [[], ['request body: expected object; got an empty array']],
    [{ meetingid: 3 }, ['request meetingid: expected string; got an integer']],
    [
      { meeting_code: 'c', foo: 1 },
      ['request foo: expected no field of this name; got an integer'],
    ],
  ])('%o', (body, lines) => {
    expect(ofRequest('getMeeting', body)).toEqual(lines)
  })

  test('without a token, with a parameter that the spec does not have', () => {
    expect(ofRequest('getMeeting', { meetingid: 'm' }, { debug: '1' })).toEqual([
      'request query.access_token: expected access_token, required; got nothing',
      'request query.debug: expected no parameter of this name; got a string of 1 digits',
    ])
  })

  test('with codes and limits out of range', () => {
    expect(ofRequest('listWebinarEnrollments', { meetingid: 'm', status: 7, limit: 51 })).toEqual([
      'request status: expected one of 0, 1, 2, 3; got 7',
      'request limit: expected <= 50; got an integer',
    ])
  })

  test('for a token, without a secret', () => {
    expect(ofRequest('getToken', undefined, { corpid: 'c' })).toEqual([
      'request query.corpsecret: expected corpsecret, required; got nothing',
    ])
  })
})

describe('a response', () => {
  test('with fields, types and codes that the spec does not have', () => {
    const response = sample('getMeeting')
    const settings = response.settings as JsonObject
    const attendees = response.attendees as { member: JsonObject[] }
    Object.assign(attendees.member[1] ?? {}, { status: 9, mood: 'fine' })
    delete response.title
    settings.password = null
    settings.wallpaper = { url: 'https://example.com/w.png', userid: 'zhangsan' }
    response.guests = 'none'
    expect(ofResponse('getMeeting', response).sort()).toEqual([
      'response attendees.member[].mood: expected no field of this name; got a string of 4 small letters',
      'response attendees.member[].status: expected one of 1, 2; got 9',
      'response guests: expected array; got a string of 4 small letters',
      'response settings.password: expected string; got null',
      'response settings.wallpaper: expected no field of this name; got an object with url: string, userid: string',
      'response title: expected title, required; got nothing',
    ])
  })

  test('a refusal is compared as one, and its errcode with the catalogue', () => {
    expect(ofResponse('getWebinar', { errcode: 990_001, errmsg: 5 }).sort()).toEqual([
      "response errcode: expected one of the spec's x-errcodes; got 990001",
      'response errmsg: expected string; got an integer',
    ])
    expect(ofResponse('getWebinar', { errcode: 90602, errmsg: 'invalid meetingid' })).toEqual([])
  })

  test('an errcode in digits as text is the only violation of what carries data', () => {
    expect(ofResponse('getMeeting', { ...sample('getMeeting'), errcode: '0' })).toEqual([
      'response errcode: expected integer; got a string of 1 digits',
    ])
  })

  test.each([null, 'text', [1], 5, true])('%o instead of an object', (body) => {
    expect(ofResponse('getToken', body)).toHaveLength(1)
  })
})

describe('large and hostile input takes time that grows with its size only', () => {
  const bytes = (text: string) => ({
    headers: { 'content-type': 'application/json' },
    bytes: Buffer.from(text),
  })
  const seconds = (target: string, sent: string, received: string) => {
    const report = new Report(new Secrets(), new Set(), true)
    const started = performance.now()
    const response = { status: 200, ...bytes(received) }
    const times = { time: 0, duration: 0 }
    const exchange = compare({ method: 'POST', target, ...times, request: bytes(sent), response })
    const text = report.add(exchange)
    report.toJson({})
    return { text, exchange, seconds: (performance.now() - started) / 1000 }
  }
  const { path } = operation('listWebinarEnrollments')
  const list = (element: string, count: number) =>
    `{"errcode":0,"errmsg":"","has_more":false,"enroll_list":[${Array(count).fill(element).join()}]}`

  // Each took minutes if it were quadratic; linear they take a second or two on a slow machine.
  test.each([
    ['quotes and backslashes', path, '"\\'.repeat(1_000_000), '"\u0001\\"'.repeat(1_000_000)],
    ['control characters', path, '{}', `{"errcode":0,"errmsg":"${'\u0001\n'.repeat(500_000)}"}`],
    ['parameters', `${path}?${'a&'.repeat(100_000)}`, '{}', '{}'],
    [
      'named parameters',
      `${path}?${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join('&')}`,
      '{}',
      '{}',
    ],
    ['slashes', `/${'/a'.repeat(500_000)}`, '{}', '{}'],
    [
      'strings of one letter',
      path,
      '{}',
      JSON.stringify({ errcode: 0, errmsg: 'a'.repeat(5_000_000), x: 'A_'.repeat(2_000_000) }),
    ],
    [
      'elements',
      path,
      '{}',
      list('{"enroll_id":null,"status":9,"answer_list":"x","new":{"a":[]}}', 30_000),
    ],
    [
      'fields',
      path,
      '{}',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]))),
    ],
  ])('%s', (_name, target, sent, received) => {
    expect(seconds(target, sent, received).seconds).toBeLessThan(30)
  })

  test('every violation of a long list is counted', () => {
    const { exchange, text } = seconds(path, '{}', list('{"enroll_id":null}', 30_000))
    const wrong = exchange.violations.filter(({ path }) => path[2] === 'enroll_id')
    expect(wrong).toHaveLength(30_000)
    expect(text.match(/enroll_list\[\]\.enroll_id/g)).toHaveLength(1)
  })
})

describe('a code is shown, any other value in its place is not', () => {
  test.each([
    [9, '9'],
    [-1, '-1'],
    [1000, 'an integer'],
    [13_512_345_678, 'an integer beyond 32 bits'],
    [1.5, 'a number with a fraction'],
  ])('%j', (status, shown) => {
    const lines = ofResponse('getMeeting', { ...sample('getMeeting'), status })
    expect(lines.filter((line) => line.startsWith('response status: expected one of'))).toEqual(
      Number.isInteger(status) ? [expect.stringMatching(new RegExp(`; got ${shown}$`))] : [],
    )
  })

  test.each([
    ['MEETING_STATE_PAUSED', '"MEETING_STATE_PAUSED"'],
    ['MEETING_', 'a string of 8 capital letters'],
    ['ZHANG_SAN', 'a string of 9 capital letters'],
    ['zhangsan', 'a string of 8 small letters'],
  ])('%s', (status, shown) => {
    const lines = ofResponse('getWebinar', { ...sample('getWebinar'), status })
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^response status: .*; got ${shown}$`)),
    ])
  })

  test('a long errcode', () => {
    expect(ofResponse('getWebinar', { errcode: 13_512_345_678, errmsg: '' })).toContain(
      "response errcode: expected one of the spec's x-errcodes; got an integer beyond 32 bits",
    )
  })
})

test('of several forms, the one that is meant is compared', () => {
  const response = sample('getMeeting')
  expect(ofResponse('getMeeting', { ...response, guests: [{ area: 86 }, 5] })).toEqual([
    'response guests[].phone_number: expected phone_number, required; got nothing',
    'response guests[].area: expected string; got an integer',
    'response guests[]: expected object; got an integer',
  ])
  expect(ofRequest('getMeeting', { meetingid: '', meeting_code: '123' })).toEqual([])
  expect(ofRequest('getMeeting', { meetingid: 1, meeting_code: 2 })).toEqual([
    'request meetingid: expected string; got an integer',
    'request meeting_code: expected string; got an integer',
  ])
  expect(ofRequest('getMeeting', { meetingid: '' })).toHaveLength(1)
})

test('a parameter that is empty', () => {
  expect(ofRequest('getToken', undefined, { corpid: 'c', corpsecret: '' })).toEqual([
    'request query.corpsecret: expected at least 1 characters; got an empty string',
  ])
})

test('another document, whose schemas are in parts, in forms and refer to themselves', async () => {
  const refusal = {
    type: 'object',
    required: ['errcode'],
    properties: { errcode: { type: 'integer', not: { const: 0 } }, errmsg: { type: 'string' } },
  }
  const tree = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      date: { type: 'string', format: 'date' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  }
  const data = {
    allOf: [
      {
        type: 'object',
        required: ['tree'],
        properties: { tree: { $ref: '#/components/schemas/Tree' } },
      },
      { type: 'object', properties: { errcode: { const: 0 } } },
    ],
    oneOf: [
      { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
      { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    ],
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Other', version: '1' },
    'x-errcodes': [],
    paths: {
      '/other': {
        get: {
          operationId: 'getOther',
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 5 } }],
          responses: {
            200: {
              description: 'ok',
              content: { 'application/json': { schema: { oneOf: [data, refusal] } } },
            },
          },
        },
      },
    },
    components: { schemas: { Tree: tree } },
  }
  const file = join(folder, 'other.json')
  writeFileSync(file, JSON.stringify(document))
  const compareOther = createComparison(await loadSpec(file), new Secrets())
  const violations = (query: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const request = { headers, bytes: Buffer.alloc(0) }
    const times = { time: 0, duration: 0 }
    const response = { status: 200, headers, bytes }
    const exchange = compareOther({
      method: 'GET',
      target: `/other${query}`,
      ...times,
      request,
      response,
    })
    return exchange.violations.map(({ path, expected }) => `${path.join('.')}: ${expected}`)
  }
  const good = { errcode: 0, id: 1, tree: { children: [{ children: [] }] } }
  expect(violations('?limit=5', good)).toEqual([])
  expect(violations('?limit=6', { ...good, code: 'c' })).toEqual(['query.limit: <= 5'])
  expect(violations('?limit=x', good)).toEqual(['query.limit: integer'])
  const deep = `${'{"children":['.repeat(200_000)}${']}'.repeat(200_000)}`
  const text = `{"errcode":0,"id":1,"tree":${deep}}`
  expect(violations('', text)).toEqual([': fewer levels'])
  expect(violations('', { errcode: 0, tree: {} })).toEqual([': id or code, required'])
  expect(violations('', { ...good, mood: 1 })).toEqual(['mood: no field of this name'])
  expect(
    violations('', { ...good, tree: { date: '1', children: [{ mood: 1, name: 2 }] } }),
  ).toEqual([
    'tree.date: must match format "date"',
    'tree.children.0.name: string',
    'tree.children.0.mood: no field of this name',
  ])
  expect(violations('', { errcode: 5, id: 1 })).toEqual([
    'id: no field of this name',
    "errcode: one of the spec's x-errcodes",
  ])
})
