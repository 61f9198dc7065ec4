import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createWeComClient } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'
import { ProxyAgent } from 'undici'
import { fetchThrough } from './fetchThrough.ts'

// Stands for the company's proxy, and says when it is used.
const proxy = createServer().on('connect', ({ url = '' }, socket) => {
  console.log('The proxy opens a connection')
  const [host, port] = url.split(':')
  const upstream = connect(Number(port), host, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    upstream.pipe(socket).pipe(upstream)
  })
  for (const end of [upstream, socket]) end.on('error', () => end.destroy())
})
await once(proxy.listen(0, '127.0.0.1'), 'listening')
const { port } = proxy.address() as AddressInfo

await using mock = await startMockServer()
const { url: baseUrl, corpId, corpSecret } = mock
const { meetingid } = mock.addWebinar({ title: '秋季发布会' })

// Everywhere else: new EnvHttpProxyAgent(), or a ProxyAgent with your proxy's address.
const agent = new ProxyAgent(`http://127.0.0.1:${port}`)
const wecom = createWeComClient({ baseUrl, corpId, corpSecret, fetch: fetchThrough(agent) })
console.log((await wecom.webinars.get({ meetingid })).title)

await agent.close()
proxy.close()
