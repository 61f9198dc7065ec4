import { startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, it } from 'vitest'
import { httpRequest } from '../../test/support/httpRequest.mts'
import { fetchThrough } from './fetch.ts'

const fetchThroughN8n = fetchThrough(httpRequest)

describe('fetchThrough', () => {
  it('sends method, query, headers and body, and returns what was received', async () => {
    await using mock = await startMockServer()

    const response = await fetchThroughN8n(
      `${mock.url}/cgi-bin/meeting/webinar/get?access_token=TOKEN`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', prefer: 'example=resolved' },
        body: '{"meetingid":"M"}',
      },
    )

    const [request] = mock.requests()
    expect(request).toMatchObject({ operation: 'getWebinar', body: { meetingid: 'M' } })
    expect(Object.keys(request?.query ?? {})).toEqual(['access_token'])
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(await response.text())).toEqual(request?.response)
  })

  it('keeps every digit of an id beyond 2^53', async () => {
    const text = '{"id":9007199254740993}'
    const fetchOne = fetchThrough(async ({ encoding }) => ({
      body: encoding === 'text' ? text : JSON.parse(text),
      headers: {},
      statusCode: 200,
    }))

    const response = await fetchOne('https://wecom.example/')

    expect(await response.text()).toBe(text)
  })

  it('hands out an error status instead of throwing', async () => {
    const fetchOne = fetchThrough(async () => ({
      body: '<h1>Bad Gateway</h1>',
      headers: { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] },
      statusCode: 502,
    }))

    const response = await fetchOne('https://wecom.example/')

    expect(response.status).toBe(502)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('<h1>Bad Gateway</h1>')
  })

  it.each([204, 205, 304])('hands out status %i, which must have no body', async (statusCode) => {
    const fetchOne = fetchThrough(async () => ({ body: '', headers: {}, statusCode }))
    expect((await fetchOne('https://wecom.example/')).status).toBe(statusCode)
  })

  it('reports a broken connection by its code, without the URL that holds the token', async () => {
    const mock = await startMockServer()
    await mock.close()

    const failure = await fetchThroughN8n(`${mock.url}/?access_token=TOKEN`).catch((error) => error)

    expect(failure).toBeInstanceOf(TypeError)
    expect(failure.message).toBe('ECONNREFUSED')
    expect(failure.cause.code).toBe('ECONNREFUSED')
    expect(JSON.stringify(Object.entries(failure))).not.toContain('TOKEN')
  })

  it("stops with the signal's reason", async () => {
    const controller = new AbortController()
    const fetchNever = fetchThrough(({ abortSignal }) => {
      return new Promise((_, reject) => {
        abortSignal?.addEventListener?.('abort', () => reject(new Error('canceled')))
      })
    })

    const call = fetchNever('https://wecom.example/', { signal: controller.signal })
    const reason = new Error('the user stopped the execution')
    controller.abort(reason)

    await expect(call).rejects.toBe(reason)
  })
})
