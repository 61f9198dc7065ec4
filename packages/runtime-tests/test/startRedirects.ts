import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that redirects, and another one, which nobody may reach. */
export interface Redirects {
  /** Below it stand the status, the scheme and the operation to redirect: `/302/http/getMeeting`. */
  url: string
  /** Every request that got a response, as `getMeeting 302`, since it was last asked for. */
  takeResponded(): string[]
  /** How many connections the other server has seen. */
  reached(): number
  close(): Promise<void>
}

const operations: Record<string, string> = {
  '/cgi-bin/gettoken': 'getToken',
  '/cgi-bin/meeting/get_info': 'getMeeting',
  '/cgi-bin/meeting/webinar/get': 'getWebinar',
  '/cgi-bin/meeting/webinar/enroll/list': 'listWebinarEnrollments',
}

/** Starts both on loopback ports. Whatever is not to be redirected gets a token. */
export async function startRedirects(): Promise<Redirects> {
  let reached = 0
  const responded: string[] = []
  const elsewhere = await listening(createServer((_, response) => response.end('{"errcode":0}')))
  // Connections, since a request over TLS never becomes one that this server can read.
  elsewhere.on('connection', () => {
    reached += 1
  })
  const redirecting = await listening(
    createServer((request, response) => {
      const [, status = '', scheme, target, path = ''] =
        /^\/(\d+)\/(\w+)\/(\w+)(\/[^?]*)/.exec(request.url ?? '') ?? []
      const operation = operations[path] ?? 'unknown'
      responded.push(`${operation} ${operation === target ? status : 200}`)
      if (operation === target) {
        const location = `${scheme}://127.0.0.1:${portOf(elsewhere)}/elsewhere?access_token=a-token`
        response.writeHead(Number(status), { location })
        response.end('{"errcode":0}')
      } else response.end('{"errcode":0,"access_token":"a-token","expires_in":7200}')
    }),
  )
  return {
    url: `http://127.0.0.1:${portOf(redirecting)}`,
    takeResponded: () => responded.splice(0),
    reached: () => reached,
    close: async () => {
      for (const server of [redirecting, elsewhere]) {
        server.closeAllConnections()
        server.close()
        await once(server, 'close')
      }
    },
  }
}

async function listening(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
