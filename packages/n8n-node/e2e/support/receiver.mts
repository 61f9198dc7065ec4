import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A server that takes whatever JSON is sent to it, in place of a message service. */
export interface Receiver extends AsyncDisposable {
  url: string
  received: unknown[]
}

export async function startReceiver(): Promise<Receiver> {
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    received.push(await json(request))
    response.setHeader('content-type', 'application/json').end('{"errcode":0}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}
