import { createServer } from 'node:http'
import { answerExample } from '../servers/answerExample.ts'

const body = JSON.stringify(answerExample('/cgi-bin/meeting/webinar/get', 'as-published'))
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }

createServer((request, response) => {
  request.resume()
  request.on('end', () => response.writeHead(200, headers).end(body))
}).listen(Number(process.argv[2]), '127.0.0.1')
