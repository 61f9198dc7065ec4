import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { MockSetupError } from '../errors.ts'
import type { Certificate } from './createCertificate.ts'

export interface ListeningOptions {
  host: string
  port: number
  listener: RequestListener
  /** How long a request may take to come whole, head and body, in milliseconds. Default 300000. */
  requestTimeout?: number
  /** Serves https with it. */
  certificate?: Certificate | undefined
}

interface Listening {
  server: Server
  url: string
  /** Requests under way get their responses; whatever is still open after a second is cut. */
  close(): Promise<void>
}

/** By open connection; undefined where nothing was asked yet. */
type LatestExchanges = Map<Socket, Parameters<RequestListener> | undefined>

/** @throws {MockSetupError} when it cannot listen there. */
export async function listen(options: ListeningOptions): Promise<Listening> {
  const { requestTimeout = 300_000, certificate } = options
  const settings = {
    // Callers keep a connection for longer than Node's 5 seconds; closing it under them would look
    // like a fault nobody asked for.
    keepAliveTimeout: 65_000,
    requireHostHeader: false,
    headersTimeout: Math.min(requestTimeout, 60_000),
    requestTimeout,
    // How exact both are.
    connectionsCheckingInterval: Math.min(Math.ceil(requestTimeout / 4), 1000),
  }
  const server = certificate
    ? createTlsServer({ ...settings, ...certificate })
    : createServer(settings)
  server.on('request', options.listener)
  // Whatever the request expects, WeCom's response is the same.
  server.on('checkExpectation', options.listener)
  server.on('connect', (_request, socket) => refuse(socket as Socket, notAProxy))
  const latest: LatestExchanges = new Map()
  server.on(certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
    latest.set(socket, undefined)
    socket.once('close', () => latest.delete(socket))
  })
  respondBeforeClosing(server, latest)
  server.listen(options.port, options.host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new MockSetupError(describeListenError(error, options), { cause: error })
  })
  const { address, family, port } = server.address() as AddressInfo
  const scheme = certificate ? 'https' : 'http'
  const url = `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
  const close = async (): Promise<void> => {
    // Node counts none as idle that clients opened ahead of a first request.
    for (const [socket, exchange] of latest) if (!exchange) socket.destroy()
    const cut = setTimeout(() => server.closeAllConnections(), 1000)
    await new Promise((resolve) => server.close(resolve))
    clearTimeout(cut)
  }
  return { server, url, close }
}

/**
 * Bytes that are no HTTP get Node's 400. A request in front of them, which a client sends along that
 * counts characters where it should count bytes, gets its own response first; one whose body breaks
 * off is responded to by whoever reads the body.
 */
function respondBeforeClosing(server: Server, latest: LatestExchanges): void {
  const remember: RequestListener = (...pair) => void latest.set(pair[0].socket, pair)
  server.on('request', remember).on('checkExpectation', remember)
  server.on('clientError', (error, stream) => {
    const socket = stream as Socket
    const [request, response] = latest.get(socket) ?? []
    if (socket.bytesRead === 0) socket.destroy()
    else if (!request || !response) refuse(socket)
    else if (response.writableFinished || response.destroyed) {
      if (request.complete) refuse(socket)
      else socket.destroy()
    } else if (request.complete) response.once('close', () => refuse(socket))
    else if (request.listenerCount('error') > 0) request.emit('error', error)
    else response.once('close', () => socket.destroy())
  })
}

const notAProxy =
  'CONNECT is for HTTP proxies: use this address as the base URL, not as an HTTP proxy'

/** Ends a connection with a response that no handler gives: 405 and a sentence, or a bare 400. */
function refuse(socket: Socket, error?: string): void {
  const body = error === undefined ? '' : JSON.stringify({ error })
  const head = [
    `HTTP/1.1 ${error === undefined ? '400 Bad Request' : '405 Method Not Allowed'}`,
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Type: application/json',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  else socket.destroy()
}

function describeListenError(
  { code, message }: NodeJS.ErrnoException,
  { host, port }: ListeningOptions,
): string {
  const place = `${host}:${port}`
  if (code === 'EADDRINUSE') {
    return `port ${port} is in use on ${host}; choose another port, or 0 for any free one`
  }
  if (code === 'EACCES') return `not allowed to listen on ${place}; choose a port from 1024 up`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for all`
  }
  return `cannot listen on ${place}: ${message}`
}

/** Who can reach a server at this address, in words. */
export function describeReach(url: string): string {
  const { hostname } = new URL(url)
  const loopback = hostname === '[::1]' || hostname.startsWith('127.')
  return loopback ? 'only this machine can reach it' : 'other machines can reach it'
}
