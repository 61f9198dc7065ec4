import { describe, expect, it } from 'vitest'
import { httpRequestFetch } from '../nodes/WeComMeeting/transport/httpRequestFetch.ts'
import { httpRequest } from './support/httpRequest.mts'
import { startLocalWeCom } from './support/localWeCom.mts'

const fetchThroughN8n = httpRequestFetch(httpRequest)

describe('httpRequestFetch', () => {
  it('sends method, query, headers and body, and hands out what came', async () => {
    await using wecom = await startLocalWeCom({ '/call': { ok: true } })

    const response = await fetchThroughN8n(
      new Request(`${wecom.url}/call?access_token=T`, { method: 'POST', body: '{"a":1}' }),
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(await response.json()).toEqual({ ok: true })
    expect(wecom.requests).toEqual([
      { path: '/call', query: { access_token: 'T' }, body: { a: 1 } },
    ])
  })

  it('keeps every digit of an id beyond 2^53', async () => {
    const answer = '{"id":9007199254740993}'
    const fetchOne = httpRequestFetch(async () => ({ body: answer, headers: {}, statusCode: 200 }))

    const response = await fetchOne('https://wecom.example/')

    expect(await response.text()).toBe(answer)
  })

  it('hands out an error status instead of throwing', async () => {
    const fetchOne = httpRequestFetch(async () => ({
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
    const fetchOne = httpRequestFetch(async () => ({ body: '', headers: {}, statusCode }))
    expect((await fetchOne('https://wecom.example/')).status).toBe(statusCode)
  })

  it('reports a broken connection by its code alone, without the URL that holds the token', async () => {
    const wecom = await startLocalWeCom({})
    await wecom[Symbol.asyncDispose]()

    const failure = await fetchThroughN8n(`${wecom.url}/call?access_token=TOKEN`).catch((e) => e)

    expect(failure).toBeInstanceOf(TypeError)
    expect(failure.message).toContain('ECONNREFUSED')
    expect(failure.cause).toEqual({ code: 'ECONNREFUSED' })
    expect(JSON.stringify([failure, failure.message, failure.cause])).not.toContain('TOKEN')
  })

  it('stops with the reason of the signal', async () => {
    const reason = new Error('the user stopped the execution')
    const controller = new AbortController()
    await using wecom = await startLocalWeCom({
      '/call': () => {
        controller.abort(reason)
        return {}
      },
    })

    const call = fetchThroughN8n(`${wecom.url}/call`, { signal: controller.signal })

    await expect(call).rejects.toBe(reason)
  })
})
