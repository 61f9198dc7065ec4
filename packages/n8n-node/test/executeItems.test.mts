import { NodeApiError, NodeOperationError } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Execution, execute } from './support/executionContext.mts'
import { exampleOf, type ReceivedRequest, startLocalWeCom } from './support/localWeCom.mts'

const path = '/cgi-bin/meeting/webinar/get'
const parameters = { resource: 'webinar', operation: 'get', webinar: { mode: 'id', value: 'wb1' } }

describe('several items', () => {
  it('give as many results, each paired with its item, for one token', async () => {
    await using wecom = await startLocalWeCom({ [path]: exampleOf('getWebinar', 'resolved') })

    const output = await execute({ baseUrl: wecom.url, parameters, items: 3 })

    expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ])
    expect(tokenRequests(wecom.requests)).toHaveLength(1)
  })

  it('share the token with other executions in the same process, also at the same time', async () => {
    await using wecom = await startLocalWeCom({ [path]: exampleOf('getWebinar', 'resolved') })
    const execution = { baseUrl: wecom.url, parameters }

    await Promise.all([execute(execution), execute(execution), execute(execution)])
    await execute(execution)

    expect(tokenRequests(wecom.requests)).toHaveLength(1)
  })
})

describe('a refused item', () => {
  const refused = exampleOf('getWebinar', 'untrusted-ip')

  it('fails the node with what happened, what to do and which item it was', async () => {
    let calls = 0
    await using wecom = await startLocalWeCom({
      [path]: () => (calls++ === 0 ? exampleOf('getWebinar', 'resolved') : refused),
    })

    const error = await failureOf({ baseUrl: wecom.url, parameters, items: 3 })

    expect(error).toBeInstanceOf(NodeApiError)
    expect(error.message).toContain('60020')
    expect(error.description).toMatch(/^Add \d+\.\d+\.\d+\.\d+ to the app's trusted IPs/)
    expect(error.context.itemIndex).toBe(1)
    expect((error as NodeApiError).httpCode).toBe('60020')
  })

  it('becomes an item where the user has chosen to go on', async () => {
    let calls = 0
    await using wecom = await startLocalWeCom({
      [path]: () => (calls++ === 1 ? refused : exampleOf('getWebinar', 'resolved')),
    })

    const output = await execute({ baseUrl: wecom.url, parameters, items: 3, continueOnFail: true })

    expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ])
    expect(output[1]).toMatchObject({
      json: {
        error: expect.stringContaining('60020'),
        fix: expect.stringContaining('trusted IPs'),
        errcode: 60020,
      },
      error: expect.any(NodeApiError),
    })
    expect(output[2]?.json).toHaveProperty('title')
  })
})

describe('an item that gets no answer', () => {
  // The client tries three times more; nobody has to wait for that here.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout'] }).setTimerTickMode('nextTimerAsync')
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('names the server and shows neither secret nor token', async () => {
    const wecom = await startLocalWeCom({})
    await wecom[Symbol.asyncDispose]()

    const error = await failureOf({ baseUrl: wecom.url, corpSecret: 'S3CRET', parameters })

    expect(error).toBeInstanceOf(NodeApiError)
    expect(error.message).toContain('ECONNREFUSED')
    expect(error.description).toContain('Base URL')
    expect(JSON.stringify(error)).not.toContain('S3CRET')
  })
})

describe('a mistake in the settings', () => {
  it.each([
    ['id', 'Meeting ID'],
    ['code', 'Meeting Code'],
  ])('says that the %s is empty', async (mode, displayName) => {
    await using wecom = await startLocalWeCom({})

    const error = await failureOf({
      baseUrl: wecom.url,
      parameters: { ...parameters, webinar: { mode, value: ' ' } },
    })

    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toContain(`${displayName} is empty`)
    expect(wecom.requests).toEqual([])
  })

  it('says which base URL is not allowed', async () => {
    const error = await failureOf({ baseUrl: 'http://wecom.example', parameters })
    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toContain('http://wecom.example')
  })

  it('says that an operation does not exist', async () => {
    const error = await failureOf({
      baseUrl: 'https://wecom.example',
      parameters: { ...parameters, operation: 'delete' },
    })
    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toBe('The resource "webinar" has no operation "delete"')
  })
})

describe('a stopped execution', () => {
  it('ends the call that is under way', async () => {
    const controller = new AbortController()
    await using wecom = await startLocalWeCom({
      [path]: ({ body }: ReceivedRequest) => {
        controller.abort(new Error('stopped by the user'))
        return body
      },
    })

    const error = await failureOf({ baseUrl: wecom.url, parameters, signal: controller.signal })

    expect(error.message).toContain('stopped by the user')
  })
})

async function failureOf(execution: Execution): Promise<NodeApiError | NodeOperationError> {
  return execute(execution).then(
    () => expect.fail('the execution should have failed'),
    (error) => error,
  )
}

function tokenRequests(requests: ReceivedRequest[]): ReceivedRequest[] {
  return requests.filter((request) => request.path === '/cgi-bin/gettoken')
}
