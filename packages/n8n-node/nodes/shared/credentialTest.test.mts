import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WeComMeetingApi } from '../../credentials/WeComMeetingApi.credentials.ts'
import { httpRequest, legacyRequest } from '../../test/support/httpRequest.mts'
import { WeComMeeting } from '../WeComMeeting/WeComMeeting.node.ts'
import { WeComMeetingTrigger } from '../WeComMeetingTrigger/WeComMeetingTrigger.node.ts'

let mock: MockServer
/** The address and body of every request that the test sent. */
let sent: string[]

beforeEach(async () => {
  mock = await startMockServer({ corpSecret: 's3cret&=+%' })
  sent = []
})

afterEach(() => mock.close())

describe('the credential test', () => {
  it('passes with the right secret, after a token and a call', async () => {
    expect((await test()).status).toBe('OK')
    expect(mock.requests().map(({ operation }) => operation)).toEqual(['getToken', 'getMeeting'])
  })

  it('asks for a token each time, and keeps none', async () => {
    await test()
    await test()
    expect(mock.requests({ operation: 'getToken' })).toHaveLength(2)
  })

  it('sends the secret in the request for the token, and nowhere else', async () => {
    await test()
    const secret = new URLSearchParams({ corpsecret: mock.corpSecret }).toString()
    expect(sent.map((request) => request.includes(secret))).toEqual([true, false])
  })

  it('tells a wrong secret', async () => {
    expect(await test({ corpSecret: 'wrong' })).toEqual({
      status: 'Error',
      message: expect.stringMatching(/40001.*Copy the app's secret again/),
    })
  })

  it('tells a wrong corp ID', async () => {
    expect(await test({ corpId: 'ww0' })).toEqual({
      status: 'Error',
      message: expect.stringMatching(/40013.*Copy the corp ID again/),
    })
  })

  it('tells an address that is not trusted, and names it', async () => {
    mock.scenario('untrusted-ip')
    expect(await test()).toEqual({
      status: 'Error',
      message: expect.stringMatching(/60020.*Add 127\.0\.0\.1 to the app's trusted IPs/),
    })
  })

  it('tells an app that may not call the meeting API', async () => {
    mock.scenario('not-permitted')
    expect(await test()).toEqual({ status: 'Error', message: expect.stringContaining('48002') })
  })

  it.each([
    ['busy', -1],
    ['limiting the rate', 45009],
    ['limiting the calls at a time', 45033],
  ])('does not pass while WeCom is %s', async (_, errcode) => {
    mock.fault({ operation: 'getMeeting', errcode })
    expect(await test()).toEqual({
      status: 'Error',
      message: expect.stringMatching(
        `^Corp ID and secret are right, but the test could not be completed: .*${errcode}.*(?:Try again|Wait|Run fewer)`,
      ),
    })
  })

  it('does not pass with an errcode that says nothing about the app', async () => {
    mock.fault({ operation: 'getMeeting', errcode: 999999 })
    expect(await test()).toEqual({ status: 'Error', message: expect.stringContaining('999999') })
  })

  it('takes an address with the path of the API', async () => {
    for (const path of ['/cgi-bin', '/cgi-bin/', '/cgi-bin/gettoken']) {
      expect(await test({ baseUrl: ` ${mock.url}${path} ` })).toMatchObject({ status: 'OK' })
    }
  })

  it('tells a server that cannot be reached, without the secret', async () => {
    await mock.close()
    const { status, message } = await test()
    expect(status).toBe('Error')
    expect(message).toContain(`no response from ${mock.url}`)
    expect(message).toContain('ECONNREFUSED')
    expect(message).not.toContain('s3cret')
  })

  it.each([
    ['a web page', '<html></html>'],
    ['other JSON', '{"hello":"world"}'],
    ['nothing', ''],
  ])('fails where the response is %s', async (_, body) => {
    const { status, message } = await test({}, async () => ({ body, headers: {}, statusCode: 200 }))
    expect(status).toBe('Error')
    expect(message).toMatch(/no JSON|not WeCom's|no access_token/)
  })

  it('sends nothing over plain http to another machine, unless that is allowed', async () => {
    const baseUrl = 'http://wecom.example'
    const refused = await test({ baseUrl })
    expect(refused.message).toContain('http only to this machine or with Allow Insecure Base URL')
    expect(sent).toEqual([])

    await test({ baseUrl, allowInsecure: true }, async () => ({
      body: '{"errcode":40001}',
      headers: {},
      statusCode: 200,
    }))
    expect(sent).toHaveLength(1)
  })

  it('is the same from both nodes', () => {
    const [node, trigger] = [new WeComMeeting(), new WeComMeetingTrigger()]
    expect(node.description.credentials).toEqual(trigger.description.credentials)
    expect(node.methods).toMatchObject(trigger.methods)
  })
})

describe('the credential', () => {
  const { properties } = new WeComMeetingApi()

  it('hides the secret while it is typed', () => {
    const secret = properties.find(({ name }) => name === 'corpSecret')
    expect(secret?.typeOptions).toEqual({ password: true })
  })

  it('says at once what WeCom demands, in the words of its console', () => {
    const [notice] = properties
    expect(notice?.type).toBe('notice')
    for (const name of ['可调用接口的应用', '企业可信IP', 'through the API']) {
      expect(notice?.displayName).toContain(name)
    }
  })

  it("starts with WeCom's public address, encrypted", () => {
    const defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]))
    expect(defaults).toMatchObject({
      baseUrl: 'https://qyapi.weixin.qq.com',
      allowInsecure: false,
    })
  })
})

async function test(
  entered: ICredentialDataDecryptedObject = {},
  respond?: () => Promise<unknown>,
): Promise<INodeCredentialTestResult> {
  const { url: baseUrl, corpId, corpSecret } = mock
  const context = legacyRequest(async (options) => {
    sent.push(`${options.url} ${options.body ?? ''}`)
    return respond ? respond() : httpRequest(options)
  })
  return new WeComMeeting().methods.credentialTest.weComMeetingApiTest.call(context, {
    id: '1',
    name: 'WeCom',
    type: 'weComMeetingApi',
    data: { corpId, corpSecret, baseUrl, ...entered },
  })
}
