import { describe, expect, test } from 'vitest'
import { paths } from '../testing/callMock.ts'
import { respondJson, startFakeService } from '../testing/fakeService.ts'
import { sendRaw } from '../testing/rawHttp.ts'
import { startProxy } from './startProxy.ts'

async function startPair(basePath = '') {
  const upstream = await startFakeService((_request, response) => respondJson(response, {}))
  let exchanges = 0
  const proxy = await startProxy({
    upstream: new URL(upstream.url + basePath),
    host: '127.0.0.1',
    port: 0,
    timeout: 5000,
    values: false,
    env: {},
    onExchange: () => {
      exchanges += 1
    },
  })
  return {
    url: proxy.url,
    upstream,
    exchanges: () => exchanges,
    async [Symbol.asyncDispose]() {
      await proxy.close()
      await upstream[Symbol.asyncDispose]()
    },
  }
}

const send = (url: string, ...lines: string[]) =>
  sendRaw(url, [Buffer.from(lines.join('\r\n'), 'latin1')], { end: false })
const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n'

describe('a body is never a request of its own', () => {
  const named = ['content-length', 'Content-Length, transfer-encoding', 'close, CONTENT-LENGTH']
  const cases = ['GET', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', 'POST'].flatMap((method) =>
    named.map((connection) => ({ method, connection })),
  )
  test.each(cases)('$method with Connection: $connection', async ({ method, connection }) => {
    await using pair = await startPair()
    const framings = [
      [`Content-Length: ${smuggled.length}`, '', smuggled],
      ['Transfer-Encoding: chunked', '', smuggled.length.toString(16), smuggled, '0', '', ''],
    ]
    for (const framing of framings) {
      const head = [
        `${method} ${paths.getMeeting} HTTP/1.1`,
        'Host: h',
        `Connection: ${connection}`,
      ]
      // The next request on the same connection to the service shows what was left on it.
      await send(pair.url, ...head, ...framing).catch(() => undefined)
      await fetch(`${pair.url}/after`)
    }
    const received = pair.upstream.received
    // A HEAD is responded to by the test's service before it is noted.
    const bodies = method === 'HEAD' ? [] : [smuggled, smuggled]
    expect(received.filter(({ url }) => url !== '/after').map(({ body }) => body)).toEqual(bodies)
    expect(received.filter(({ url }) => url === '/after')).toHaveLength(2)
  })
})

describe('framing that contradicts itself is refused', () => {
  test.each([
    ['two lengths', ['Content-Length: 3', 'Content-Length: 4']],
    ['a length and chunks', ['Content-Length: 3', 'Transfer-Encoding: chunked']],
    ['an unknown coding', ['Transfer-Encoding: gzip, chunked']],
    ['chunks that are not last', ['Transfer-Encoding: chunked, gzip']],
    ['a length that is none', ['Content-Length: +3']],
  ])('%s', async (_name, framing) => {
    await using pair = await startPair()
    const head = [`POST ${paths.getMeeting} HTTP/1.1`, 'Host: h', ...framing]
    const { status } = await send(pair.url, ...head, '', '3', 'abc', '0', '', '')
    expect([400, 501]).toContain(status)
    expect(pair.upstream.received).toEqual([])
  })
})

test('chunks whose trailer frames anew get a 400, and nothing is forwarded', async () => {
  await using pair = await startPair()
  const framing = ['Transfer-Encoding: chunked', 'Trailer: Authorization', '']
  const head = [`POST ${paths.getMeeting} HTTP/1.1`, 'Host: h', ...framing]
  const { status } = await send(pair.url, ...head, '1', 'a', '0', 'Content-Length: 99', '', '')
  expect(status).toBe(400)
  expect(pair.upstream.received).toEqual([])
})

test('a target that cannot be sent gets a response all the same', async () => {
  await using pair = await startPair()
  const { status } = await send(pair.url, 'GET /\xfc HTTP/1.1', 'Host: h', '', '')
  expect([200, 400, 502]).toContain(status)
})

describe('the path of --upstream', () => {
  test.each([
    ['', '/a?b=c', '/a?b=c'],
    ['/', '/a', '/a'],
    ['/base', '/a', '/base/a'],
    ['/base/', '/a', '/base/a'],
    ['/base//', '/a', '/base/a'],
    ['/base/x/', '/', '/base/x/'],
    ['/base', '//a//b/', '/base//a//b/'],
    ['/base', 'http://h/a', '/base/a'],
    ['/base', 'http://h?b=c', '/base/?b=c'],
  ])('%s before %s is %s', async (basePath, target, joined) => {
    await using pair = await startPair(basePath)
    await send(pair.url, `GET ${target} HTTP/1.1`, 'Host: h', '', '')
    expect(pair.upstream.received.map(({ url }) => url)).toEqual([joined])
  })
})
