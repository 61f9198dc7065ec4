import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { N8nApi } from './support/N8nApi.mts'

let api: N8nApi
let mock: MockServer

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe("the credential's Test button", () => {
  it('is green for the right secret', async () => {
    expect(await test({})).toEqual({ status: 'OK', message: expect.any(String) })
  })

  it('is green for an address with the path of the API, and white space around', async () => {
    const entered = { baseUrl: ` ${mock.url}/cgi-bin/\n` }
    expect(await test(entered)).toMatchObject({ status: 'OK' })
  })

  it('is red while WeCom takes no call to judge', async () => {
    mock.fault({ operation: 'getMeeting', errcode: 45009 })
    expect(await test({})).toEqual({
      status: 'Error',
      message: expect.stringMatching(/^Corp ID and secret are right, .*45009/),
    })
    mock.clearFaults()
  })

  it.each([
    ['a wrong secret', { corpSecret: 'wrong' }, "40001.*Copy the app's secret again"],
    ['a wrong corp ID', { corpId: 'ww-nobody' }, '40013.*Copy the corp ID again'],
    ['a server that nobody runs', { baseUrl: 'http://127.0.0.1:9' }, 'no response from http://127'],
    [
      'a server without encryption',
      { baseUrl: 'http://wecom.example' },
      'http only to this machine',
    ],
  ])('is red for %s, and says why', async (_, entered, message) => {
    expect(await test(entered)).toEqual({
      status: 'Error',
      message: expect.stringMatching(new RegExp(message)),
    })
  })

  it('is red for an address that is not trusted, and names it', async () => {
    mock.scenario('untrusted-ip')
    const { status, message } = await test({})
    mock.scenario('none')
    expect(status).toBe('Error')
    expect(message).toContain("Add 127.0.0.1 to the app's trusted IPs")
  })
})

function test(entered: object): Promise<{ status: string; message: string }> {
  const { url: baseUrl, corpId, corpSecret } = mock
  return api.testCredential({ corpId, corpSecret, baseUrl, ...entered })
}
