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

  it('is red for a wrong secret', async () => {
    const { status, message } = await test({ corpSecret: 'wrong' })
    expect(status).toBe('Error')
    expect(message).toContain('The secret is wrong')
  })

  it('is red for a wrong corp ID', async () => {
    const { status, message } = await test({ corpId: 'ww-nobody' })
    expect(status).toBe('Error')
    expect(message).toContain('corp ID')
  })
})

function test(entered: object): Promise<{ status: string; message: string }> {
  const { url: baseUrl, corpId, corpSecret } = mock
  return api.testCredential({ corpId, corpSecret, baseUrl, ...entered })
}
