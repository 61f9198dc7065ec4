import { describe, expect, it } from 'vitest'
import { tokenRefusals } from '../credentials/generated/tokenRefusals.ts'
import { WeComMeetingApi } from '../credentials/WeComMeetingApi.credentials.ts'
import { exampleOf, type ReceivedRequest, startLocalWeCom } from './support/localWeCom.mts'
import { testCredential } from './support/testCredential.mts'

const corpId = 'ww0123456789abcdef'

describe('the credential test', () => {
  it('asks gettoken for a token with what was entered', async () => {
    await using wecom = await startLocalWeCom({})

    const result = await testCredential({ corpId, corpSecret: 's3cret&=', baseUrl: wecom.url })

    expect(result).toEqual({ status: 'OK' })
    expect(wecom.requests).toEqual([
      {
        path: '/cgi-bin/gettoken',
        query: { corpid: corpId, corpsecret: 's3cret&=' },
        body: undefined,
      },
    ])
  })

  it('fails for a wrong secret although WeCom answers with HTTP 200', async () => {
    await using wecom = await startLocalWeCom({
      '/cgi-bin/gettoken': ({ query }: ReceivedRequest) =>
        exampleOf('getToken', query.corpsecret === 'right' ? 'as-published' : 'invalid-secret'),
    })

    const right = await testCredential({ corpId, corpSecret: 'right', baseUrl: wecom.url })
    const wrong = await testCredential({ corpId, corpSecret: 'wrong', baseUrl: wecom.url })

    expect(right.status).toBe('OK')
    expect(wrong.status).toBe('Error')
    expect(wrong.message).toContain('The secret is wrong')
    expect(wrong.message).toContain('40001')
  })

  it.each(tokenRefusals)('says what to do about errcode $errcode', async ({ errcode, fix }) => {
    await using wecom = await startLocalWeCom({ '/cgi-bin/gettoken': { errcode, errmsg: 'no' } })

    const { status, message } = await testCredential({
      corpId,
      corpSecret: 's',
      baseUrl: wecom.url,
    })

    expect(status).toBe('Error')
    expect(message).toContain(fix)
    expect(message).not.toMatch(/[{}]/)
  })

  it.each([
    ['an errcode that nobody has described', { errcode: 99_999, errmsg: 'new' }],
    ['an answer that is not from WeCom', { hello: 'world' }],
    ['an empty answer', null],
  ])('fails for %s', async (_, answer) => {
    await using wecom = await startLocalWeCom({ '/cgi-bin/gettoken': answer })

    const { status, message } = await testCredential({
      corpId,
      corpSecret: 's',
      baseUrl: wecom.url,
    })

    expect(status).toBe('Error')
    expect(message).toContain('Check the Base URL')
  })
})

describe('the credential', () => {
  const properties = new WeComMeetingApi().properties

  it('hides the secret while it is typed', () => {
    const secret = properties.find(({ name }) => name === 'corpSecret')
    expect(secret?.typeOptions).toEqual({ password: true })
  })

  it("starts with WeCom's public address", () => {
    const baseUrl = properties.find(({ name }) => name === 'baseUrl')
    expect(baseUrl?.default).toBe('https://qyapi.weixin.qq.com')
  })
})
