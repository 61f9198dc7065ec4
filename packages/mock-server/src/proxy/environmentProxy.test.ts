import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { paths } from '../testing/callMock.ts'
import { startCommand } from '../testing/startCommand.ts'
import { startProxy } from './startProxy.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

const host = 'wecom.test'
const password = 'pass-word-of-the-proxy'
const refusal = JSON.stringify({ errcode: 90602, errmsg: 'invalid meetingid' })

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const closing = (...servers: Server[]) => ({
  async [Symbol.asyncDispose]() {
    for (const server of servers) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  },
})

/** A forward proxy that takes every host to this machine, and wants a password when told to. */
async function startForwardProxy({ authorization = '', connectStatus = 200 } = {}) {
  const seen: string[] = []
  const sockets = new Set<{ destroy(): void }>()
  const isAllowed = (given: string | undefined) => authorization === '' || given === authorization
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (!isAllowed(request.headers['proxy-authorization'])) {
      return void response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end()
    }
    const { port, pathname, search } = new URL(request.url ?? '')
    const { 'proxy-authorization': _, ...headers } = request.headers
    const options = {
      host: '127.0.0.1',
      port,
      path: pathname + search,
      method: request.method,
      headers,
    }
    const outgoing = httpRequest(options, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers)
      incoming.pipe(response)
    })
    request.pipe(outgoing)
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`)
    sockets.add(socket)
    if (!isAllowed(request.headers['proxy-authorization'])) {
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    }
    if (connectStatus !== 200) return void socket.end(`HTTP/1.1 ${connectStatus} No\r\n\r\n`)
    const outgoing = connect(Number(request.url?.split(':')[1]), '127.0.0.1')
    sockets.add(outgoing)
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    for (const each of [socket, outgoing]) each.on('error', () => undefined)
    outgoing.pipe(socket).pipe(outgoing)
  })
  const port = await listening(server)
  const close = closing(server)
  return {
    seen,
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await close[Symbol.asyncDispose]()
    },
  }
}

async function startService(tls?: { cert: string; key: string }) {
  const received: string[] = []
  const listener: RequestListener = (request, response) => {
    received.push(`${request.method} ${request.url} ${request.rawHeaders.join(' ')}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end(refusal)
  }
  const server = tls
    ? (createTlsServer(tls, listener) as unknown as Server)
    : createServer(listener)
  const port = await listening(server)
  return { received, url: `${tls ? 'https' : 'http'}://${host}:${port}`, ...closing(server) }
}

async function makeCertificate(name = host) {
  const pems = await generate([{ name: 'commonName', value: name }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { cert: pems.cert, key: pems.private }
}

const post = (url: string) =>
  fetch(`${url}${paths.getWebinar}?access_token=T`, { method: 'POST', body: '{"meetingid":"m"}' })

const start = (
  upstream: string,
  env: NodeJS.ProcessEnv,
  onExchange: (text: string) => void = () => undefined,
  timeout = 5000,
) =>
  startProxy({
    upstream: new URL(upstream),
    host: '127.0.0.1',
    port: 0,
    timeout,
    values: false,
    env,
    onExchange,
  })

const credentials = `Basic ${Buffer.from(`user:${password}`).toString('base64')}`

test.each(['HTTP_PROXY', 'http_proxy'])('http through %s, with its password', async (variable) => {
  await using forward = await startForwardProxy({ authorization: credentials })
  await using service = await startService()
  const env = { [variable]: `http://user:${password}@127.0.0.1:${forward.port}` }
  const proxy = await start(service.url, env)
  expect(await (await post(proxy.url)).text()).toBe(refusal)
  await proxy.close()
  expect(forward.seen).toEqual([
    `HEAD ${service.url}/`,
    `POST ${service.url}${paths.getWebinar}?access_token=T`,
  ])
  expect(service.received[1]).toMatch(new RegExp(`Host ${new URL(service.url).host}`, 'i'))
  expect(service.received.join()).not.toMatch(/proxy-authorization/i)
})

test('NO_PROXY is heeded, and a loopback address never goes through a proxy', async () => {
  await using forward = await startForwardProxy()
  await using service = await startService()
  const HTTP_PROXY = `http://127.0.0.1:${forward.port}`
  const proxy = await start(service.url.replace(host, 'localhost'), { HTTP_PROXY })
  expect((await post(proxy.url)).status).toBe(200)
  await proxy.close()
  await expect(start(service.url, { HTTP_PROXY, NO_PROXY: host })).rejects.toThrow(
    /no such host|looked up/,
  )
  expect(forward.seen).toEqual([])
})

describe('https, by CONNECT', () => {
  test('with a certificate that NODE_EXTRA_CA_CERTS vouches for', async () => {
    const tls = await makeCertificate()
    const file = join(folder, 'ca.pem')
    writeFileSync(file, tls.cert)
    await using forward = await startForwardProxy({ authorization: credentials })
    await using service = await startService(tls)
    vi.stubEnv('HTTPS_PROXY', `http://user:${password}@127.0.0.1:${forward.port}`)
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
    const command = startCommand('proxy', '--upstream', service.url, '--port', '0')
    await expect.poll(command.output, { timeout: 20_000 }).toContain('Forwarding http')
    const url = /Forwarding (http\S+)/.exec(command.output())?.[1] ?? ''
    expect(await (await post(url)).text()).toBe(refusal)
    command.process.kill('SIGINT')
    expect(await command.ended).toMatchObject({ status: 0 })
    expect(new Set(forward.seen)).toEqual(new Set([`CONNECT ${new URL(service.url).host}`]))
    expect(command.output()).not.toContain(password)
  })

  test('a certificate that is not trusted is named', async () => {
    await using forward = await startForwardProxy()
    await using service = await startService(await makeCertificate())
    const env = { HTTPS_PROXY: `http://127.0.0.1:${forward.port}` }
    await expect(start(service.url, env)).rejects.toThrow(
      /has a certificate that is not trusted here .*NODE_EXTRA_CA_CERTS/,
    )
  })

  test('a certificate for another host is named', async () => {
    const tls = await makeCertificate('other.test')
    const file = join(folder, 'other.pem')
    writeFileSync(file, tls.cert)
    await using forward = await startForwardProxy()
    await using service = await startService(tls)
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${forward.port}`)
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
    const { ended, output } = startCommand('proxy', '--upstream', service.url)
    expect(await ended).toMatchObject({ status: 1 })
    expect(output()).toContain(`${service.url} has a certificate for another host name`)
  })
})

describe('what is wrong with the proxy on the way is named, without its password', () => {
  const wrong = `http://user:${password}@127.0.0.1`
  test.each(['http', 'https'])('a wrong password, %s', async (scheme) => {
    await using forward = await startForwardProxy({ authorization: 'Basic other' })
    const variable = `${scheme.toUpperCase()}_PROXY`
    const error = await start(`${scheme}://${host}`, {
      [variable]: `${wrong}:${forward.port}`,
    }).catch(String)
    expect(error).toMatch(
      `the proxy 127.0.0.1:${forward.port} of ${variable} requires a user name and a password (407)`,
    )
    expect(error).not.toContain(password)
  })

  test.each(['http', 'https'])('a proxy that is down, %s', async (scheme) => {
    const variable = `${scheme.toUpperCase()}_PROXY`
    const error = await start(`${scheme}://${host}`, { [variable]: `${wrong}:1` }).catch(String)
    expect(error).toMatch(
      `the proxy 127.0.0.1:1 of ${variable} cannot be reached: nothing listens there`,
    )
    expect(error).not.toContain(password)
  })

  test('a proxy that refuses the host', async () => {
    await using forward = await startForwardProxy({ connectStatus: 403 })
    const env = { HTTPS_PROXY: `${wrong}:${forward.port}` }
    const error = await start(`https://${host}`, env).catch(String)
    expect(error).toMatch(
      `the proxy 127.0.0.1:${forward.port} of HTTPS_PROXY did not connect to ${host} (403)`,
    )
    expect(error).not.toContain(password)
  })

  describe('a proxy that closes the connection, or sends nothing', () => {
    const modes = ['at once', 'after the request', 'after half a line', 'never'] as const
    const cases = modes.flatMap((mode) => ['http', 'https'].map((scheme) => ({ mode, scheme })))
    test.each(cases)('$mode, $scheme', async ({ mode, scheme }) => {
      const server = createTcpServer((socket) => {
        socket.on('error', () => undefined)
        if (mode === 'at once') socket.end()
        else if (mode === 'after the request') socket.once('data', () => socket.destroy())
        else if (mode === 'after half a line') {
          socket.once('data', () => socket.end('HTTP/1.1 2'))
        }
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      const variable = `${scheme.toUpperCase()}_PROXY`
      const env = { [variable]: `${wrong}:${port}` }
      // Whoever closes must be named without waiting for this limit.
      const timeout = mode === 'never' ? 300 : 600_000
      const error = await start(`${scheme}://${host}`, env, undefined, timeout).catch(String)
      const late = 'did not respond in time'
      const problem = mode === 'never' ? late : 'closed the connection before it responded'
      expect(error).toContain(`the proxy 127.0.0.1:${port} of ${variable} ${problem}`)
      server.close()
    })
  })

  test('an address that is none', async () => {
    const env = { HTTPS_PROXY: `http://us er:${password}@:x` }
    const error = await start(`https://${host}`, env).catch(String)
    expect(error).toMatch('HTTPS_PROXY is not an address')
    expect(error).not.toContain(password)
  })

  test('one that goes down in the middle of a session: the client gets a 502', async () => {
    const texts: string[] = []
    await using service = await startService()
    const forward = await startForwardProxy()
    const env = { HTTP_PROXY: `${wrong}:${forward.port}` }
    const proxy = await start(service.url, env, (text) => texts.push(text))
    const { port } = forward
    await forward[Symbol.asyncDispose]()
    const down = await post(proxy.url)
    expect(down.status).toBe(502)
    expect(await down.json()).toEqual({
      error: `the proxy 127.0.0.1:${port} of HTTP_PROXY cannot be reached: nothing listens there; check the host and the port`,
    })
    await proxy.close()
    expect(texts.join()).toMatch(/no response .*the proxy 127/)
    expect(texts.join()).not.toContain(password)
  })
})
