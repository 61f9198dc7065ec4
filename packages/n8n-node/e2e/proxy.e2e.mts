import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { itemsOf, type N8nApi } from './support/N8nApi.mts'
import type { N8nServer } from './support/N8nServer.mts'
import { startN8nWithNode } from './support/n8nWithNode.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'

interface Credential {
  id: string
  name: string
}

/** A company's proxy on loopback, and the addresses that it was asked for. */
const proxied: string[] = []
let refusesWith407 = false
const proxy = createServer((incoming, outgoing) => {
  const { method, headers, url = '' } = incoming
  proxied.push(url)
  if (refusesWith407) return void outgoing.writeHead(407).end()
  const forwarded = request(url, { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(outgoing)
  })
  forwarded.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(forwarded)
})

let server: N8nServer
let api: N8nApi
let mock: MockServer
let credential: Credential

beforeAll(async () => {
  mock = await startMockServer()
  ;({ server, api } = await startN8nWithNode(inject('registryEnv')))
  // Only now: what installs the node has a registry of its own, not behind this proxy.
  await server.down()
  Object.assign(server.env, { HTTP_PROXY: await listen(proxy), NO_PROXY: 'localhost' })
  await server.up()
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Behind a proxy')
})

afterAll(async () => {
  await server?.remove()
  await mock?.close()
  stop(proxy)
})

describe('an n8n behind a proxy', () => {
  it('sends every request of the node through it', async () => {
    const { meetingid } = mock.addWebinar({ title: '秋季发布会' })
    const result = await api.run(await webinarGet(credential, meetingid), START)
    expect(itemsOf(result, NODE).map(({ json }) => json.title)).toEqual(['秋季发布会'])
    const asked = mock.requests().map(({ path }) => mock.url + path)
    expect(asked).toHaveLength(2)
    expect(proxied.map((url) => url.split('?')[0])).toEqual(expect.arrayContaining(asked))
  })

  it('names the proxy where it wants a login', async () => {
    refusesWith407 = true
    const result = await api.run(await webinarGet(credential, 'any'), START)
    refusesWith407 = false
    expect(result.error?.message).toContain('The proxy requires a user name and a password')
  })
})

describe('a server that redirects', () => {
  it.each([301, 302, 303, 307, 308])('with %i is told of, and never followed', async (status) => {
    const elsewhere: string[] = []
    const target = createServer(({ url = '' }, response) => {
      elsewhere.push(url)
      response.end('{}')
    })
    const location = `${await listen(target)}/away?from=redirect`
    const server = createServer((_, response) =>
      response.writeHead(status, { location }).end('{"errcode":0}'),
    )
    const baseUrl = await listen(server)
    const { corpId, corpSecret } = mock
    const fields = { corpId, corpSecret, baseUrl }
    const redirected = await api.createCredential(fields, `Redirect ${status}`)
    const { error } = await api.run(await webinarGet(redirected, 'any'), START)
    expect(error?.message).toContain(`HTTP ${status}`)
    expect(error?.message).toContain('redirects to another address')
    expect(JSON.stringify(error)).not.toContain('from=redirect')
    expect(elsewhere).toEqual([])
    stop(target)
    stop(server)
  })
})

async function webinarGet(credential: Credential, meetingid: string): Promise<string> {
  const parameters = {
    resource: 'webinar',
    operation: 'get',
    webinar: { __rl: true, mode: 'id', value: meetingid },
  }
  return (await api.createWorkflow(nodeWorkflow(credential, parameters))).id
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function stop(server: Server): void {
  server.closeAllConnections()
  server.close()
}
