import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import type { IHttpOperation } from '@stoplight/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import document from '../generated/control.json' with { type: 'json' }
import { type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import options from '../options.json' with { type: 'json' }
import { requestExamples } from '../spec/examples.ts'
import { validateRequest, validateResponse } from '../spec/validate.ts'
import { call, getToken } from '../testing/callMock.ts'
import { controls } from './handleControl.ts'

const described = await getHttpOperationsFromSpec(structuredClone(document))
let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})
afterAll(() => mock.close())

function operationOf(name: string, hasBody = false): IHttpOperation {
  const found = described
    .filter(({ path }) => path === `/__mock/${name}`)
    .find(({ method }, _index, { length }) => length === 1 || (method === 'post') === hasBody)
  if (!found) throw new Error(`openapi.json has no /__mock/${name}`)
  return found
}

/** Calls the control, and holds what comes back against the document. */
async function control(name: string, fields?: JsonObject, query = '') {
  const resource = operationOf(name, fields !== undefined)
  const { method } = resource
  const response = await fetch(`${mock.url}/__mock/${name}${query}`, {
    method: method.toUpperCase(),
    ...(fields && { body: JSON.stringify(fields) }),
  })
  const body = (await response.json()) as JsonObject
  if (response.ok) {
    const operation = { operationId: name, method, path: resource.path, resource }
    expect(validateResponse(operation, body)).toEqual([])
  } else expect(body).toEqual({ error: expect.any(String) })
  return { status: response.status, body }
}

test('every control works on one corp, which the query may name, but those about all corps', () => {
  const paths = Object.entries<object>(document.paths)
  const others = paths.filter(([, path]) => !('parameters' in path))
  expect(others.map(([path]) => path.replace('/__mock/', ''))).toEqual([
    'openapi.json',
    'corps',
    'addCorp',
    'removeCorp',
  ])
})

const notForControl = /^x-(corp|flags|group|help|type)$|^default$/

/** The names of all fields, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, field]) => [name, ...namesIn(field)])
}

test('a corp is described with the options of the server, without those of the command line', () => {
  const { properties } = document.components.schemas.CorpOptions
  const { seed, scenario } = properties
  const { description, type, minimum, maximum } = options.properties.seed
  expect(seed).toEqual({ description, type, minimum, maximum })
  expect(scenario.enum).toEqual(options.properties.scenario.enum)
  const ofCorps = Object.entries(options.properties).filter(([, option]) => 'x-corp' in option)
  expect(Object.keys(properties)).toEqual(ofCorps.map(([name]) => name))
  expect(properties).not.toHaveProperty('port')
  expect(namesIn(properties).filter((name) => notForControl.test(name))).toEqual([])
})

test('a control has the name that it has in process', () => {
  const overHttpOnly = ['openapi.json', 'server', 'events']
  const names = [...controls.keys()].filter((name) => !overHttpOnly.includes(name))
  expect(names.filter((name) => !(name in mock))).toEqual([])
  const inProcessOnly = ['url', 'certificate', 'corpId', 'corpSecret', 'toJSON', 'close']
  expect(
    Object.keys(mock)
      .filter((name) => !inProcessOnly.includes(name))
      .sort(),
  ).toEqual(names.sort())
})

test('the document serves itself', async () => {
  expect((await control('openapi.json')).body).toEqual(document)
})

describe("the document's own examples are taken", () => {
  const calls = described.flatMap((resource) =>
    [...requestExamples(resource)].map(([name, value]) => ({
      control: resource.path.replace('/__mock/', ''),
      name,
      value: value as JsonObject,
    })),
  )
  test('there are some for each control that takes fields', () => {
    const taking = described.filter(({ request }) => request?.body !== undefined)
    const names = taking.map(({ path }) => path.replace('/__mock/', ''))
    expect([...new Set(calls.map((example) => example.control))]).toEqual(names)
  })
  test.each(calls)('$control, $name', async ({ control: name, value }) => {
    await getToken(mock)
    expect(await control(name, value)).toMatchObject({ status: 200 })
  })
})

describe('what is sent is refused where the document forbids it', () => {
  test.each<[string, JsonObject]>([
    ['fault', {}],
    ['fault', { errcode: 0 }],
    ['fault', { errcode: 'a' }],
    ['fault', { latency: [1] }],
    ['fault', { latency: -1 }],
    ['fault', { drop: 'after' }],
    ['fault', { html: 200 }],
    ['fault', { truncate: false }],
    ['fault', { errcode: 1, time: 2 }],
    ['fault', { errcode: 1, every: 0 }],
    ['fault', { errcode: 1, probability: 2 }],
    ['fault', { errcode: 1, operation: 5 }],
    ['scenario', { name: 'nothing' }],
    ['scenario', {}],
    ['addEnrollments', { meetingid: 'MEETINGID', enrollments: 'many' }],
    ['addEnrollments', { enrollments: 1 }],
    ['updateEnrollment', { meetingid: 'a', enroll_id: 'b' }],
    ['removeFault', { id: 'a' }],
    ['waitFor', { timeout: 'a' }],
    ['waitFor', { timeout: 70_000 }],
    ['waitFor', { method: 'GET' }],
    ['scenario', { name: 'none', extra: 1 }],
    ['removeFault', { id: 1, extra: 1 }],
    ['fault', { errcode: 1, toString: 1 }],
    ['fault', { errcode: 1, operation: [] }],
  ])('%s %o', async (name, fields) => {
    const resource = operationOf(name)
    const { path } = resource
    const operation = { operationId: name, method: 'POST', path, resource }
    const violations = validateRequest(operation, { path, query: {}, body: fields })
    // What plain JSON Schema can't say: a fault without any effect.
    if (Object.keys(fields).length > 0) expect(violations).not.toEqual([])
    expect(await control(name, fields)).toMatchObject({ status: 400 })
  })

  test.each([
    ['requests', '?method=GET', 'requests has no field method; it has operation, valid, errcode, '],
    ['requests', '?toString=1', 'requests has no field toString'],
    ['requests', '?__proto__=1', 'requests has no field __proto__'],
    ['requests', '?valid=toString', 'valid is "toString"; expected true or false'],
    ['faults', '?id=1', 'faults has no field id; it has corpId'],
    ['requests', '?valid=perhaps', 'valid is "perhaps"; expected true or false'],
    ['enrollments', '', 'meetingid is undefined; expected a text'],
    ['enrollments', '?meetingid=nobody', 'no webinar with enrollment has the meetingid nobody'],
  ])('%s%s', async (name, query, error) => {
    expect(await control(name, undefined, query)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(error) },
    })
  })

  test.each([
    ['fault', '{"__proto__":{"errcode":5}}', 'fault has no field __proto__'],
    ['waitFor', '{"__proto__":1}', 'waitFor has no field __proto__'],
    [
      'addMeeting',
      `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'nested more than 100 deep',
    ],
    ['addWebinar', '{"enrollments":"3"}', 'enrollments is "3"; expected how many'],
    ['addWebinar', '{"enrollments":[{},1]}', 'enrollments[1] is 1; expected a map of fields'],
  ])('%s %.40s', async (name, body, error) => {
    const before = mock.meetings.length
    const response = await fetch(`${mock.url}/__mock/${name}`, { method: 'POST', body })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: expect.stringContaining(error) })
    expect(mock.meetings).toHaveLength(before)
  })

  test('the wrong method, an unknown name, no JSON, too much', async () => {
    const ask = async (name: string, init: RequestInit = {}) => {
      const response = await fetch(`${mock.url}/__mock/${name}`, init)
      return [response.status, ((await response.json()) as JsonObject).error]
    }
    expect(await ask('reset')).toEqual([405, 'GET where POST is required'])
    expect(await ask('requests?operation=getToken', { method: 'POST', body: '{}' })).toEqual([
      400,
      'POST /__mock/requests takes its fields in the body, not in the query',
    ])
    expect(await ask('rest')).toEqual([404, expect.stringContaining('POST /__mock/reset')])
    expect(await ask('fault', { method: 'POST', body: '{' })).toEqual([
      400,
      'the request body is not JSON',
    ])
    expect(await ask('fault', { method: 'POST', body: '[]' })).toEqual([
      400,
      'the request body must be a JSON object',
    ])
    const body = ' '.repeat(2_000_000)
    expect(await ask('fault', { method: 'POST', body })).toEqual([
      413,
      'the request body is over 1048576 bytes',
    ])
  })
})

test('a tester goes through it over HTTP alone', async () => {
  await control('reset')
  const { body: webinar } = await control('addWebinar', { title: '发布会', enrollments: 1 })
  const { meetingid } = webinar
  const [enrollment] = (await control('enrollments', undefined, `?meetingid=${meetingid}`))
    .body as unknown as JsonObject[]
  const { enroll_id } = enrollment as JsonObject
  await control('updateEnrollment', { meetingid, enroll_id, fields: { status: 2 } })
  await control('scenario', { name: 'not-permitted' })
  expect(await call(mock, 'getWebinar', { meetingid })).toMatchObject({ errcode: 48002 })
  expect((await control('faults')).body).toHaveLength(1)
  await control('clearFaults')
  expect(await call(mock, 'listWebinarEnrollments', { meetingid, status: 2 })).toMatchObject({
    enroll_list: [{ enroll_id }],
  })
  const { body: requests } = await control('requests', undefined, '?errcode=48002')
  expect(requests).toMatchObject([{ operation: 'getWebinar', body: { meetingid } }])
  expect(await control('waitFor', { operation: 'getMeeting', timeout: 20 })).toMatchObject({
    status: 404,
  })
  await control('reset')
  expect((await control('requests')).body).toEqual([])
  expect((await control('webinars')).body).not.toContainEqual(webinar)
})
