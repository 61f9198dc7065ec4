import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { generate } from 'selfsigned'

/** A name that no one but the proxy knows. */
const HOST = 'wecom.example.test'

/** A WeCom behind TLS with a company's own CA, and the company's proxy before it. */
export interface ProxiedWeCom {
  /** Where it listens by itself. */
  directUrl: string
  /** Where it listens through the proxy alone. */
  proxiedUrl: string
  /** The proxy, and one that asks for a login. */
  proxy: string
  strictProxy: string
  /** The CA's certificate, as PEM. */
  ca: string
  /** What the proxy was asked to connect to. */
  connects: string[]
  close(): Promise<void>
}

/** Starts all of it on loopback ports. */
export async function startProxiedWeCom(): Promise<ProxiedWeCom> {
  const { ca, ...credentials } = await certificates()
  const wecom = createTlsServer(credentials, (_, response) =>
    response.end('{"errcode":0,"access_token":"a-token","expires_in":7200,"title":"weekly"}'),
  )
  const connects: string[] = []
  const proxy = proxyTo(wecom, connects)
  const strictProxy = createServer((_, response) => response.writeHead(407).end())
  strictProxy.on('connect', (_, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n')
  })
  const servers: Server[] = [wecom as unknown as Server, proxy, strictProxy]
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    directUrl: `https://localhost:${portOf(wecom)}`,
    proxiedUrl: `https://${HOST}`,
    proxy: `http://127.0.0.1:${portOf(proxy)}`,
    strictProxy: `http://127.0.0.1:${portOf(strictProxy)}`,
    ca,
    connects,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

function proxyTo(wecom: ReturnType<typeof createTlsServer>, connects: string[]): Server {
  const proxy = createServer((_, response) => response.writeHead(403).end())
  proxy.on('connect', ({ url = '' }, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    connects.push(url)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    wecom.emit('connection', socket)
  })
  return proxy
}

/** A CA of its own, and what it has signed. */
async function certificates(): Promise<{ ca: string; cert: string; key: string }> {
  const authority = await generate([{ name: 'commonName', value: 'A company' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  const { cert, private: key } = await generate([{ name: 'commonName', value: HOST }], {
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [HOST, 'localhost'].map((value) => ({ type: 2, value })),
      },
    ],
  })
  return { ca: authority.cert, cert, key }
}

function portOf(server: { address(): unknown }): number {
  return (server.address() as AddressInfo).port
}
