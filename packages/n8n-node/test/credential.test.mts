import { startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, it } from 'vitest'
import { tokenRefusals } from '../credentials/generated/tokenRefusals.ts'
import { WeComMeetingApi } from '../credentials/WeComMeetingApi.credentials.ts'
import { testCredential } from './support/testCredential.mts'

describe('the credential test', () => {
  it('really asks for a token', async () => {
    await using mock = await startMockServer({ corpSecret: 's3cret&=+ %' })

    const result = await testCredential({ ...mock, baseUrl: mock.url })

    expect(result).toEqual({ status: 'OK' })
    expect(mock.requests()).toEqual([
      expect.objectContaining({
        operation: 'getToken',
        answer: expect.objectContaining({ errcode: 0 }),
      }),
    ])
  })

  it('fails for a wrong secret although WeCom answers with HTTP 200', async () => {
    await using mock = await startMockServer()

    const result = await testCredential({ ...mock, corpSecret: 'wrong', baseUrl: mock.url })

    expect(result.status).toBe('Error')
    expect(result.message).toContain('The secret is wrong')
    expect(result.message).toContain('40001')
    expect(mock.requests().map(({ status }) => status)).toEqual([200])
  })

  it('tells a wrong corp ID from a wrong secret', async () => {
    await using mock = await startMockServer()

    const result = await testCredential({ ...mock, corpId: 'ww0', baseUrl: mock.url })

    expect(result.status).toBe('Error')
    expect(result.message).toContain('40013')
  })

  it.each(tokenRefusals)('says what to do about errcode $errcode', async ({ errcode, fix }) => {
    const { status, message } = await testCredential(entered, async () => ({ errcode }))

    expect(status).toBe('Error')
    expect(message).toContain(fix)
    expect(message).not.toMatch(/[{}]/)
  })

  it.each([
    ['an errcode that nobody has described', { errcode: 99_999, errmsg: 'new' }],
    ['an answer that is not from WeCom', { hello: 'world' }],
    ['a web page', '<html></html>'],
    ['an empty answer', null],
  ])('fails for %s', async (_, answer) => {
    const { status, message } = await testCredential(entered, async () => answer)

    expect(status).toBe('Error')
    expect(message).toContain('Check the Base URL')
  })
})

describe('the credential', () => {
  const { properties } = new WeComMeetingApi()

  it('hides the secret while it is typed', () => {
    const secret = properties.find(({ name }) => name === 'corpSecret')
    expect(secret?.typeOptions).toEqual({ password: true })
  })

  it("starts with WeCom's public address", () => {
    const baseUrl = properties.find(({ name }) => name === 'baseUrl')
    expect(baseUrl?.default).toBe('https://qyapi.weixin.qq.com')
  })
})

const entered = { corpId: 'ww0', corpSecret: 'secret', baseUrl: 'https://wecom.example' }
