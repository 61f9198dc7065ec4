import { describe, expect, test } from 'vitest'
import { type Fault, type MockServer, startMockServer } from '../index.ts'
import { getToken, paths } from '../testing/callMock.ts'

/** A server whose time passes at once, and what it has waited for. */
async function startTimeless(): Promise<{ mock: MockServer; slept: number[] }> {
  const slept: number[] = []
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds)
  }
  const onMockFault = (message: string): never => {
    throw new Error(message)
  }
  return { mock: await startMockServer({ sleep, onMockFault }), slept }
}

async function askAfter(mock: MockServer, fault: Fault): Promise<Response> {
  const { access_token } = await getToken(mock)
  mock.fault(fault)
  const body = '{"meetingid":"XXXXXXXXX"}'
  return fetch(`${mock.url}${paths.getMeeting}?access_token=${access_token}`, {
    method: 'POST',
    body,
  })
}

describe('a fault', () => {
  test('errcode: the error in WeCom’s form, with its text', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const refusal = await (await askAfter(mock, { errcode: 60020 })).json()
    expect(refusal).toEqual({
      errcode: 60020,
      errmsg: expect.stringMatching(/^not allow to access from your ip, hint: \[\d+\], from ip: /),
    })
    expect(mock.requests({ errcode: 60020 })).toMatchObject([
      { operation: 'getMeeting', verdict: { valid: true }, fault: { errcode: 60020 }, status: 200 },
    ])
  })

  test('latency: the response unchanged, later', async () => {
    const { mock, slept } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { latency: 1234 })
    expect(await response.json()).toMatchObject({ errcode: 0 })
    expect(slept).toEqual([1234])
  })

  test('drop before: no response at all', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    await expect(askAfter(mock, { drop: 'before' })).rejects.toThrow('fetch failed')
    expect(mock.requests().at(-1)).toMatchObject({ status: 0, fault: { drop: 'before' } })
    expect(mock.requests().at(-1)?.response).toBeUndefined()
    expect(mock.requests({ operation: 'getMeeting', errcode: 0 })).toEqual([])
  })

  test('drop in the middle: half a response', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { drop: 'middle' })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  test('truncate: whole by HTTP, but no JSON', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { truncate: true })
    const text = await response.text()
    expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text))
    expect(text).toMatch(/^\{"errcode":0,/)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('html: a gateway’s page', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { html: 502 })
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await response.text()).toMatch(/^<html>/)
    expect(mock.requests().at(-1)).toMatchObject({ status: 502, fault: { html: 502 } })
  })

  test('contentType: the response under another name', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { contentType: 'text/plain' })
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect(await response.json()).toMatchObject({ errcode: 0 })
  })

  test('slowBody: the whole response, bit by bit', async () => {
    const { mock, slept } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { slowBody: 2000 })
    expect(await response.json()).toMatchObject({ errcode: 0, location: '广州媒体港' })
    expect(slept).toEqual(Array(20).fill(100))
  })

  test('expireTokens: the token is refused, the next one is good', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const fault: Fault = { expireTokens: true, times: 1 }
    expect(await (await askAfter(mock, fault)).json()).toMatchObject({ errcode: 42001 })
    const { access_token } = await getToken(mock)
    const target = `${mock.url}${paths.getMeeting}?access_token=${access_token}`
    const again = await fetch(target, { method: 'POST', body: '{"meetingid":"XXXXXXXXX"}' })
    expect(await again.json()).toMatchObject({ errcode: 0 })
  })

  test('of another operation does nothing', async () => {
    const { mock } = await startTimeless()
    await using _ = mock
    const response = await askAfter(mock, { operation: 'getWebinar', drop: 'before' })
    expect(await response.json()).toMatchObject({ errcode: 0 })
  })
})

test('close() ends a slow response within its second', async () => {
  const mock = await startMockServer()
  const asked = askAfter(mock, { latency: 600_000 })
  const cut = expect(asked).rejects.toThrow('fetch failed')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await mock.close()
  await cut
})
