import { createServer } from 'node:http'
import { listenForParent } from './listenForParent.ts'

// A server that costs as little as a server can, in a process of its own: the time that a benchmark
// of clients measures is the clients' own. It answers the webinar of WeCom's page to everything but
// gettoken, and knows no token from another.
const webinar = JSON.stringify(JSON.parse(process.argv[2] ?? '{}'))
const token = JSON.stringify({
  errcode: 0,
  errmsg: 'ok',
  access_token: 't'.repeat(214),
  expires_in: 7200,
})

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const body = request.url?.startsWith('/cgi-bin/gettoken') ? token : webinar
    response.writeHead(200, {
      'content-type': 'application/json; charset=UTF-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
await listenForParent(server)
