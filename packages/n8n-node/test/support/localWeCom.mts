import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json as readJson } from 'node:stream/consumers'
import { readSpec } from '@wecom-meeting/spec'
import { operationsOf, resolved } from '../../scripts/openapi.mts'

export interface ReceivedRequest {
  path: string
  query: Record<string, string>
  body: unknown
}

export interface LocalWeCom extends AsyncDisposable {
  url: string
  requests: ReceivedRequest[]
}

type Answers = Record<string, unknown | ((request: ReceivedRequest) => unknown)>

const document = readSpec()

/** The answer that the OpenAPI document names `example` for an operation. */
export function exampleOf(operationId: string, example: string): Record<string, unknown> {
  const operation = operationsOf(document).find((one) => one.operationId === operationId)
  const found = operation?.responses['200'].content['application/json'].examples[example]
  if (!found) throw new Error(`${operationId} has no example ${example}`)
  return structuredClone(resolved(document, found).value) as Record<string, unknown>
}

/**
 * An HTTP server on loopback that answers each path with what `answers` holds for it, with status
 * 200 as WeCom does, and remembers what it was asked. It gives out a token to whoever asks.
 */
export async function startLocalWeCom(answers: Answers): Promise<LocalWeCom> {
  const requests: ReceivedRequest[] = []
  const all: Answers = { '/cgi-bin/gettoken': exampleOf('getToken', 'as-published'), ...answers }
  const server = createServer(async (incoming, response) => {
    const request = await received(incoming)
    requests.push(request)
    const answer = all[request.path]
    response.setHeader('content-type', 'application/json; charset=UTF-8')
    response.end(JSON.stringify(typeof answer === 'function' ? answer(request) : answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function received(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  return {
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: incoming.method === 'POST' ? await readJson(incoming) : undefined,
  }
}
