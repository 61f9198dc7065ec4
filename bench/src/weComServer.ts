import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { operationsOf, readSpec } from '@wecom-meeting/spec'

// A WeCom that costs as little as a server can, in a process of its own, so that the time that a
// benchmark of clients measures is the clients' own. It takes any token. `argv[2]` says how many
// enrollments there are, `argv[3]` how long a request takes, in milliseconds, `argv[4]` how many may be
// under way at once. A cursor is the index of the next enrollment.
const total = Number(process.argv[2])
const requestMs = Number(process.argv[3])
const limit = Number(process.argv[4])
const tooMany = JSON.stringify({ errcode: 45033, errmsg: 'api concurrent out of limit' })
let underWay = 0
const listPath = '/cgi-bin/meeting/webinar/enroll/list'
const examples = operationsOf(readSpec()).map(
  ({ path, responseExamples: { resolved } }) => [path, resolved] as const,
)
const responses = new Map(examples)
const webinar = JSON.stringify(responses.get('/cgi-bin/meeting/webinar/get'))
const {
  enroll_list: [enrollment],
} = responses.get(listPath) as { enroll_list: object[] }

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', async () => {
    const isTaken = underWay < limit
    const body = isTaken ? createBody(request.url ?? '', chunks) : tooMany
    underWay += 1
    if (requestMs > 0 && isTaken) await wait(requestMs)
    underWay -= 1
    response.writeHead(200, {
      'content-type': 'application/json; charset=UTF-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())

function createBody(url: string, body: Buffer[]): string {
  return url.startsWith(listPath) ? page(JSON.parse(Buffer.concat(body).toString())) : webinar
}

function page({ cursor = '0', limit = 50 }: { cursor?: string; limit?: number }): string {
  const from = Number(cursor)
  const to = Math.min(total, from + limit)
  const enroll_list = Array.from({ length: to - from }, (_, index) => ({
    ...enrollment,
    enroll_id: String(from + index),
  }))
  const next_cursor = to < total ? String(to) : ''
  return JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    has_more: to < total,
    next_cursor,
    enroll_list,
  })
}
