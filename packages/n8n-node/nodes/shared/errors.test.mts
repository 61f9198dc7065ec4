import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { errorCatalogue, readSpec } from '@wecom-meeting/spec'
import { type INodeParameters, NodeApiError } from 'n8n-workflow'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { execute, failureOf } from '../../test/support/execute.mts'
import { fakeWeCom, refusal } from '../../test/support/fakeWeCom.mts'
import { type HttpRequest, respondingWith } from '../../test/support/httpRequest.mts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

// Some are tried again, after a random time from 0 up.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
})

afterEach(() => {
  vi.restoreAllMocks()
  mock.clearFaults()
})

const [webinarGet, meetingGet] = ['webinar', 'meeting'].map((resource) => ({
  resource,
  operation: 'get',
}))

describe('every errcode of the catalogue', () => {
  it.each(errorCatalogue(readSpec()))(
    '$errcode ($name) says what happened and what to do in its message, in words on the screen',
    async ({ errcode, errmsg }) => {
      mock.fault({ operation: 'getWebinar', errcode })

      const error = await failureOf({
        wecom: mock,
        parameters: { ...webinarGet, webinar: { mode: 'id', value: 'w' } },
      })

      expect(error).toBeInstanceOf(NodeApiError)
      const [happened, fix] = error.message.split(`${errcode}: ${errmsg}. `)
      expect(happened).toBe('WeCom refused "Get webinar details" for Webinar ID w with ')
      expect(fix).toMatch(/^[A-Z].{10,}\.$/)
      expect(error.message).not.toMatch(/getWebinar|baseUrl|`|\{ip\}|the call\b|\bsend\b/i)
      expect(error.description).toMatch(
        /^WeCom's support asks for the hint \w+\. WeCom's page on .+: https:\/\/open\.work/,
      )
      expect(error.description).toContain(`?e=${errcode}`)
      expect(error.context.itemIndex).toBe(0)
    },
  )

  it('and one that nobody has described names the page to look it up', async () => {
    mock.fault({ operation: 'getWebinar', errcode: 987_654 })
    const error = await failureOf({
      wecom: mock,
      parameters: { ...webinarGet, webinar: { mode: 'id', value: 'w' } },
    })
    expect(error.message).toContain('https://open.work.weixin.qq.com/devtool/query?e=987654')
  })
})

describe('what to do depends on what was entered', () => {
  it.each<[INodeParameters, string[]]>([
    [
      { ...webinarGet, webinar: { mode: 'code', value: '000 000 000' } },
      ['Webinar Code 000000000', '730004', 'another app', 'choose the resource Meeting'],
    ],
    [
      { ...meetingGet, meeting: { mode: 'code', value: '000-000-000' } },
      ['Meeting Code 000000000', '730004', 'choose the resource Webinar'],
    ],
    [
      { ...webinarGet, webinar: { mode: 'id', value: 'nobodys' } },
      ['Webinar ID nobodys', '90602', 'another app', 'choose the resource Meeting'],
    ],
  ])('%j', async (parameters, said) => {
    const { message } = await failureOf({ wecom: mock, parameters })
    for (const part of said) expect(message).toContain(part)
    expect(message).not.toMatch(/digits|none such/)
    // The trigger has no resource to choose.
    if (message.includes('resource Meeting')) expect(message).toContain('only webinars')
  })

  it.each([
    ['sub_meetingid is wrong', 'Correct Sub-Meeting ID.'],
    ['invalid parameter', 'WeCom does not say which value it does not take'],
  ])('a parameter is named only if WeCom names it: %s', async (errmsg, said) => {
    const { message } = await failureOf({
      wecom: mock,
      parameters: { ...meetingGet, meeting: { mode: 'id', value: 'm' } },
      httpRequest: respondingWith('/get_info', { errcode: 40058, errmsg }),
    })
    expect(message).toContain(said)
  })

  it('too many calls mean a minute, and an hour where the token was refused', async () => {
    const parameters = { ...webinarGet, webinar: { mode: 'id', value: 'w' } }
    const refusal = { errcode: 45009, errmsg: 'api freq out of limit' }
    const ofCall = await failureOf({
      wecom: mock,
      parameters,
      httpRequest: respondingWith('/webinar/get', refusal),
    })
    expect(ofCall.message).toContain('Wait a minute')
    expect(ofCall.message).not.toContain('hour')
    const ofToken = await failureOf({
      wecom: { ...mock, url: mock.url, corpId: 'ww-blocked', corpSecret: 'secret' },
      parameters,
      httpRequest: respondingWith('/gettoken', refusal),
    })
    expect(ofToken.message).toMatch(
      /^WeCom refused the request for a token with 45009.+ Wait an hour/,
    )
  })
})

it.each([
  [40001, '应用管理'],
  [40013, '我的企业'],
  [48002, '可调用接口的应用'],
  [60011, '可见范围'],
  [60020, '企业可信IP'],
])('the menus of the console are named in Chinese too: %i', async (errcode, menu) => {
  mock.fault({ operation: 'getWebinar', errcode })
  const parameters = { ...webinarGet, webinar: { mode: 'id', value: 'w' } }
  const { message } = await failureOf({ wecom: mock, parameters })
  expect(message).toContain(menu)
  expect(message).toMatch(/admin console/)
})

describe('Wait on Rate Limit', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each<[boolean, number]>([
    [true, 2],
    [false, 1],
  ])('%j: the call is sent %i times', async (waitOnRateLimit, times) => {
    const calls: number[] = []
    const wecom = fakeWeCom()
    const limited: HttpRequest = async (options) => {
      if (!options.url.includes('/webinar/get')) return wecom.httpRequest(options)
      calls.push(Date.now())
      const webinar = JSON.stringify({ errcode: 0, meetingid: 'w', title: '秋季发布会' })
      return { body: calls.length === 1 ? refusal(45009) : webinar, headers: {}, statusCode: 200 }
    }
    const running = execute({
      wecom,
      continueOnFail: true,
      parameters: {
        ...webinarGet,
        webinar: { mode: 'id', value: 'w' },
        options: { waitOnRateLimit },
      },
      httpRequest: limited,
    })
    let isRunning = true
    const ended = running.finally(() => {
      isRunning = false
    })
    while (isRunning) await vi.advanceTimersByTimeAsync(1000)
    const [item] = await ended
    expect(calls).toHaveLength(times)
    const [first = 0, second = first + 60_000] = calls
    expect(second - first).toBeGreaterThanOrEqual(60_000)
    expect(item?.json).toHaveProperty(waitOnRateLimit ? 'title' : 'error')
  })
})
