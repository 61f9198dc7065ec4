import { createServer } from 'node:http'
import { listenForParent } from './listenForParent.ts'

// Pages of enrollments at the least cost, in a process of its own. The cursor is the index of the
// next enrollment; `argv[2]` is one enrollment as JSON, `argv[3]` how many there are, `argv[4]` how
// long a page takes in milliseconds.
const enrollment = JSON.parse(process.argv[2] ?? '{}') as object
const total = Number(process.argv[3])
const pageMs = Number(process.argv[4])
const token = JSON.stringify({ errcode: 0, errmsg: 'ok', access_token: 'token', expires_in: 7200 })

const server = createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const body = request.url?.startsWith('/cgi-bin/gettoken') ? token : page(JSON.parse(text))
  if (pageMs > 0) await new Promise((resolve) => setTimeout(resolve, pageMs))
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
})
await listenForParent(server)

function page({ cursor = '0', limit = 50 }: { cursor?: string; limit?: number }): string {
  const from = Number(cursor)
  const to = Math.min(total, from + limit)
  const enroll_list = Array.from({ length: to - from }, (_, index) => ({
    ...enrollment,
    enroll_id: String(from + index),
  }))
  return JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    has_more: to < total,
    next_cursor: to < total ? String(to) : '',
    enroll_list,
  })
}
