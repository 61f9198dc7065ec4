import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server got. */
interface Received {
  method: string
  url: string
  rawHeaders: string[]
  body: string
}

/** A service that responds as a test says, whatever WeCom would do. */
export interface FakeService extends AsyncDisposable {
  url: string
  received: Received[]
}

export type FakeResponder = (request: Received, response: ServerResponse) => void

export async function startFakeService(respond: FakeResponder): Promise<FakeService> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    // The proxy's own check whether the service responds.
    if (request.method === 'HEAD') return void response.end()
    const { method = '', url = '', rawHeaders } = request
    const body = await textOf(request)
    received.push({ method, url, rawHeaders, body })
    respond({ method, url, rawHeaders, body }, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Responds with JSON and HTTP 200. */
export function respondJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
  response.end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
