import { specPath } from '@wecom-meeting/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { requestExamples, responseExamples } from '../spec/examples.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import type { PrismOperation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'
import { paths } from '../testing/callMock.ts'
import { type PlainPrism, startPlainPrism } from '../testing/plainPrism.ts'

const { operations } = await loadSpec()
const examples = operations.flatMap((operation) =>
  [...responseExamples(operation.resource)].map(([name, value]) => ({
    id: operation.operationId,
    name,
    value: value as Record<string, unknown>,
    operation,
  })),
)

let prism: PlainPrism
let mock: MockServer

beforeAll(async () => {
  prism = await startPlainPrism(specPath)
  mock = await startMockServer()
})

afterAll(async () => {
  await prism[Symbol.asyncDispose]()
  await mock.close()
})

/** A request that is valid by the spec, asking for the example. */
async function ask(url: string, { method, path, resource }: PrismOperation, name: string) {
  const query = resource.security?.flat().length ? 'access_token=any' : 'corpid=ID&corpsecret=S'
  const [body] = requestExamples(resource).values()
  const response = await fetch(`${url}${path}?${query}`, {
    method,
    headers: { prefer: `example=${name}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

test('the spec has examples for every operation', () => {
  expect([...new Set(examples.map(({ id }) => id))]).toEqual(Object.keys(paths))
  expect(examples.length).toBeGreaterThan(40)
})

describe.each(examples)('$id, example $name', ({ operation, name, value }) => {
  test('is served by plain prism mock', async () => {
    expect(await ask(prism.url, operation, name)).toEqual({ status: 200, body: value })
  })

  test('is served by this mock, whatever the token', async () => {
    expect(await ask(mock.url, operation, name)).toEqual({ status: 200, body: value })
  })

  test("validates by Prism's own validator", () => {
    expect(validateResponse(operation, value)).toEqual([])
  })
})

test.each([
  ['nothing', 'getToken has no example "nothing", which Prefer asks for; it has as-published, '],
  ['as-publishd', 'did you mean as-published?'],
])(
  "the example %s, which is not there, gets a message that is not WeCom's",
  async (name, message) => {
    const [operation] = operations as [PrismOperation]
    mock.reset()
    const { status, body } = await ask(mock.url, operation, name)
    expect(status).toBe(404)
    expect(body).toEqual({
      error: expect.stringContaining(message),
      known: expect.arrayContaining(['as-published']),
    })
    expect(mock.requests()).toMatchObject([
      { status: 404, verdict: { valid: false, reasons: [expect.stringContaining(message)] } },
    ])
    expect(mock.requests({ errcode: 0 })).toEqual([])
  },
)
