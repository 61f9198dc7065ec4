import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { type INode, type INodeParameters, NodeApiError, NodeOperationError } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { execute, failureOf } from '../../test/support/execute.mts'
import { type HttpRequest, httpRequest, preferring } from '../../test/support/httpRequest.mts'
import { WeComMeetingTrigger } from '../WeComMeetingTrigger/WeComMeetingTrigger.node.ts'
import { WeComMeeting } from './WeComMeeting.node.ts'

const path = '/cgi-bin/meeting/webinar/get'
const parameters = { resource: 'webinar', operation: 'get', webinar: { mode: 'id', value: 'wb1' } }
const pairs = [{ item: 0 }, { item: 1 }, { item: 2 }]

let mock: MockServer

beforeEach(async () => {
  mock = await startMockServer()
  for (const meetingid of ['wb1', 'wb2', 'wb3']) {
    mock.addWebinar({ meetingid, title: '秋季发布会' })
  }
})

afterEach(() => mock.close())

describe('several items', () => {
  it('give as many results, each paired with its item, for one token', async () => {
    const output = await execute({ wecom: mock, parameters, items: 3 })

    expect(output.map(({ pairedItem }) => pairedItem)).toEqual(pairs)
    expect(mock.requests({ operation: 'getToken' })).toHaveLength(1)
  })

  it('share the token with other executions in the process, also at the same time', async () => {
    const execution = { wecom: mock, parameters }

    await Promise.all([execute(execution), execute(execution), execute(execution)])
    await execute(execution)

    expect(mock.requests({ operation: 'getToken' })).toHaveLength(1)
  })

  it('keep their order although several are under way', async () => {
    for (const item of Array(40).keys()) mock.addWebinar({ meetingid: `wb-${item}` })
    let underWay = 0
    let most = 0

    const output = await execute({
      wecom: mock,
      parameters,
      items: 40,
      itemParameters: (item) => ({ webinar: { mode: 'id', value: `wb-${item}` } }),
      httpRequest: async (options) => {
        underWay += 1
        most = Math.max(most, underWay)
        const response = await httpRequest(options)
        underWay -= 1
        return response
      },
    })

    expect(output.map(({ json }) => json.meetingid)).toEqual(
      [...Array(40).keys()].map((item) => `wb-${item}`),
    )
    expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
      [...Array(40).keys()].map((item) => ({ item })),
    )
    expect(most).toBe(30)
  })

  it('ask for the same webinar once a run', async () => {
    await execute({ wecom: mock, parameters, items: 30 })
    expect(mock.requests({ operation: 'getWebinar' })).toHaveLength(1)

    await execute({ wecom: mock, parameters })
    expect(mock.requests({ operation: 'getWebinar' })).toHaveLength(2)
  })
})

/** What each endpoint returns, with objects and lists in every place that has some. */
const nested: HttpRequest = async ({ url }) => {
  const question = { question_title: 'Q', question_num: 1, answer_content: ['A', 'B'] }
  const body = {
    errcode: 0,
    errmsg: 'ok',
    access_token: 'a-token',
    expires_in: 7200,
    meetingid: 'm',
    title: 't',
    hosts: [{ userid: 'a' }, { userid: { odd: 1 } }],
    settings: { hosts: { userid: ['a'] } },
    attendees: { member: [{ userid: 'a', odd: { list: [1] } }] },
    meetingid_list: ['m'],
    next_cursor: '0',
    has_more: false,
    enroll_list: [{ enroll_id: 1, status: { odd: 1 }, odd: [[1]], answer_list: [question] }],
  }
  expect(url).toContain('/cgi-bin/')
  return { body: JSON.stringify(body), headers: {}, statusCode: 200 }
}

describe('two items that ask for the same thing', () => {
  const locators = { webinar: { mode: 'id', value: 'm' }, meeting: { mode: 'id', value: 'm' } }
  const operations = [
    { resource: 'webinar', operation: 'get' },
    { resource: 'meeting', operation: 'get' },
    { resource: 'meeting', operation: 'getAttendees' },
    { resource: 'meeting', operation: 'getAll', userId: 'wangfang', details: true },
    { resource: 'webinarEnrollment', operation: 'getAll' },
  ]
  const forms: INodeParameters[] = [
    {},
    { options: { severalAnswers: 'list' } },
    { simplify: false },
    { simplify: false, options: { answers: 'list', isoTimes: true } },
    { simplify: false, options: { answers: 'list' } },
    { simplify: false, options: { rawOutput: true } },
  ]

  it.each(operations.flatMap((operation) => forms.map((form) => ({ ...operation, ...form }))))(
    'share no object: %j',
    async (chosen) => {
      const output = await execute({
        wecom: { url: 'https://wecom.example', corpId: 'ww-nested', corpSecret: 'secret' },
        parameters: { ...locators, ...chosen },
        items: 2,
        httpRequest: nested,
      })
      const [first, second] = output.map(({ json }) => json)
      expect(second).toEqual(first)
      const [ofFirst, ofSecond] = [objectsIn(first), objectsIn(second)]
      expect(ofFirst.length).toBeGreaterThan(1)
      expect(ofFirst.filter((one) => ofSecond.includes(one))).toEqual([])
    },
  )
})

/** A value and every object and list in it. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

describe('a failure with many items under way', () => {
  it('starts nothing more, waits for what is under way, and fails with the foremost', async () => {
    const asked: string[] = []
    let ended = 0
    const gate = Promise.withResolvers<void>()
    const others = Promise.withResolvers<void>()
    const failing = failureOf({
      wecom: mock,
      parameters,
      items: 90,
      itemParameters: (item) => ({ webinar: { mode: 'id', value: `none-${item}` } }),
      httpRequest: async (options) => {
        if (new URL(options.url).pathname !== path) return httpRequest(options)
        const { meetingid } = JSON.parse(String(options.body))
        asked.push(meetingid)
        if (asked.length === 30) gate.resolve()
        await gate.promise
        // The foremost is refused last.
        if (meetingid === 'none-0') await others.promise
        const response = await httpRequest(options)
        ended += 1
        if (ended === 29) others.resolve()
        return response
      },
    })

    const error = await failing

    expect(error.context.itemIndex).toBe(0)
    expect(ended).toBe(30)
    expect(asked).toHaveLength(30)
  })
})

it('no items give no output, and ask for nothing', async () => {
  expect(await execute({ wecom: mock, parameters, items: 0 })).toEqual([])
  expect(mock.requests()).toEqual([])
})

it('calls follow once a third of those in flight have ended', async () => {
  let underWay = 0
  const seen: number[] = []

  await execute({
    wecom: mock,
    parameters,
    items: 60,
    itemParameters: (item) => ({ webinar: { mode: 'id', value: `nobody-${item}` } }),
    continueOnFail: true,
    httpRequest: async (options) => {
      if (!options.url.includes('gettoken')) seen.push(++underWay)
      const response = await httpRequest(options)
      if (!options.url.includes('gettoken')) underWay -= 1
      return response
    },
  })

  expect(seen).toHaveLength(60)
  expect(seen.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(seen[30]).toBeLessThanOrEqual(21)
})

describe('more calls at a time than WeCom allows', () => {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('become fewer, and every item gets its response', async () => {
    for (const item of Array(90).keys()) mock.addWebinar({ meetingid: `wb-${item}` })
    const refused = preferring(path, 'too-many-concurrent-calls')
    let underWay = 0
    const seen: number[] = []

    const output = await execute({
      wecom: mock,
      parameters,
      items: 90,
      itemParameters: (item) => ({ webinar: { mode: 'id', value: `wb-${item}` } }),
      httpRequest: async (options) => {
        seen.push(++underWay)
        // The first are of as many items, and of the token.
        const response = await (seen.length <= 21 ? refused : httpRequest)(options)
        underWay -= 1
        return response
      },
    })

    expect(output.map(({ json }) => json.meetingid)).toEqual(
      [...Array(90).keys()].map((item) => `wb-${item}`),
    )
    expect(Math.max(...seen)).toBe(30)
    expect(Math.max(...seen.slice(-40))).toBe(10)
  })
})

describe('a refused item', () => {
  it('fails the node with what happened, what to do and which item it was', async () => {
    const error = await failureOf({
      wecom: mock,
      parameters,
      items: 3,
      itemParameters: each,
      httpRequest: onWebinar('wb2', preferring(path, 'untrusted-ip')),
    })

    expect(error).toBeInstanceOf(NodeApiError)
    expect(error.message).toContain('60020')
    expect(error.message).toMatch(/: .+\. Add \d+\.\d+\.\d+\.\d+ to the app's trusted IPs/)
    expect(error.context.itemIndex).toBe(1)
    expect((error as NodeApiError).httpCode).toBe('60020')
  })

  it('says what to do in its message too where a model reads it', async () => {
    const error = await failureOf({
      wecom: mock,
      parameters,
      asTool: true,
      httpRequest: onCall(1, preferring(path, 'untrusted-ip')),
    })

    expect(error.message).toMatch(/60020: .+\. Add \d+\.\d+\.\d+\.\d+ to the app's trusted IPs/)
  })

  it('becomes an item where the user has chosen to go on', async () => {
    const output = await execute({
      wecom: mock,
      parameters,
      items: 3,
      continueOnFail: true,
      itemParameters: each,
      httpRequest: onWebinar('wb2', preferring(path, 'untrusted-ip')),
    })

    expect(output.map(({ pairedItem }) => pairedItem)).toEqual(pairs)
    expect(output.map(({ json }) => json.title)).toEqual(['秋季发布会', undefined, '秋季发布会'])
    expect(output[1]).toEqual({
      json: {
        item: 1,
        error: expect.stringContaining('60020'),
        details: {
          fix: expect.stringContaining('trusted IPs'),
          errcode: 60020,
          hint: expect.any(String),
          helpUrl: 'https://open.work.weixin.qq.com/devtool/query?e=60020',
        },
      },
      pairedItem: { item: 1 },
    })
  })
})

describe('an item that failed', () => {
  it.each<[INode['onError'], string[]]>([
    ['continueRegularOutput', ['item', 'error', 'details']],
    // n8n adds the input's fields itself, to an item that has these two alone.
    ['continueErrorOutput', ['error', 'details']],
  ])('with On Error set to %s has the fields %j', async (onError, fields) => {
    const [item] = await execute({
      wecom: mock,
      parameters: { ...parameters, webinar: { mode: 'id', value: 'nobodys' } },
      continueOnFail: true,
      ...(onError && { onError }),
    })
    expect(Object.keys(item?.json ?? {})).toEqual(fields)
  })
})

it('a node that is added today has version 2, and those of version 1 still run', () => {
  for (const Node of [WeComMeeting, WeComMeetingTrigger]) {
    expect(new Node().description).toMatchObject({ version: [1, 2], defaultVersion: 2 })
  }
})

describe('an item that gets no response', () => {
  // The client tries three times more, after a random time from 0 up.
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('names the server and shows neither secret nor token', async () => {
    await mock.close()

    const error = await failureOf({ wecom: mock, parameters })

    expect(error).toBeInstanceOf(NodeApiError)
    expect(error.message).toContain(mock.url)
    expect(error.message).toContain('Nothing listens at that address (ECONNREFUSED)')
    expect(error.message).toContain('Base URL')
    expect(JSON.stringify(error)).not.toContain(mock.corpSecret)
  })

  it('says what to check in its message too where a model reads it', async () => {
    await mock.close()
    const error = await failureOf({ wecom: mock, parameters, asTool: true })
    expect(error.message).toContain(mock.url)
    expect(error.message).toContain('Check the Base URL')
  })
})

describe('a mistake in the settings', () => {
  it.each([
    ['id', 'Webinar ID'],
    ['code', 'Webinar Code'],
    ['url', 'Webinar Link'],
  ])('says that the %s is empty', async (mode, displayName) => {
    const webinar = { mode, value: ' ' }

    const error = await failureOf({ wecom: mock, parameters: { ...parameters, webinar } })

    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toContain(`${displayName} is empty`)
    expect(mock.requests()).toEqual([])
  })

  it('says why a base URL is not allowed', async () => {
    const wecom = { ...mock, url: 'http://wecom.example' }

    const error = await failureOf({ wecom, parameters })

    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toContain('is http to another machine')
  })

  it('says that an operation does not exist', async () => {
    const error = await failureOf({
      wecom: mock,
      parameters: { ...parameters, operation: 'delete' },
    })

    expect(error).toBeInstanceOf(NodeOperationError)
    expect(error.message).toBe('The resource "webinar" has no operation "delete"')
  })
})

describe('an expression that fails', () => {
  it('fails its own item, and no other', async () => {
    const output = await execute({
      wecom: mock,
      parameters,
      items: 3,
      continueOnFail: true,
      itemParameters: (item) => {
        if (item === 1) throw new Error('Referenced node does not exist')
        return each(item)
      },
    })

    expect(output.map(({ json }) => json.title)).toEqual(['秋季发布会', undefined, '秋季发布会'])
    expect(output[1]?.json.error).toBe('Referenced node does not exist')
  })
})

describe('a stopped execution', () => {
  it('ends the call that is under way', async () => {
    const controller = new AbortController()

    const error = await failureOf({
      wecom: mock,
      parameters,
      signal: controller.signal,
      httpRequest: onCall(1, (options) => {
        controller.abort(new Error('stopped by the user'))
        return httpRequest(options)
      }),
    })

    expect(error.message).toContain('stopped by the user')
  })
})

/** Each item names the webinar in another way, so that each is asked for. */
function each(item: number): INodeParameters {
  return { webinar: { mode: 'id', value: `wb${item + 1}` } }
}

/** Sends what is asked about one webinar through `special`: calls at once come in any order. */
function onWebinar(meetingid: string, special: HttpRequest): HttpRequest {
  return (options) =>
    JSON.parse(String(options.body ?? '{}')).meetingid === meetingid
      ? special(options)
      : httpRequest(options)
}

/** Sends the `number`th webinar call, counted from 1, through `special`. */
function onCall(number: number, special: HttpRequest): HttpRequest {
  let calls = 0
  return (options) => {
    if (new URL(options.url).pathname === path) calls += 1
    return calls === number ? special(options) : httpRequest(options)
  }
}
