import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { manifestOf } from '../../../release/LoopbackRegistry.ts'
import { itemsOf, N8nApi } from './support/N8nApi.mts'
import { N8nServer } from './support/N8nServer.mts'
import { NpmRegistry } from './support/NpmRegistry.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'
import { packageName } from './support/packNode.mts'

const nodes = [
  { name: 'WeCom Meeting', type: `${packageName}.weComMeeting` },
  { name: 'WeCom Meeting Trigger', type: `${packageName}.weComMeetingTrigger` },
]

let registry: NpmRegistry
let server: N8nServer
let api: N8nApi
let mock: MockServer
let workflowId: string

// A registry and an n8n of their own: the node is uninstalled and updated on the way.
beforeAll(async () => {
  registry = await NpmRegistry.start()
  registry.publish(inject('tarball'))
  server = await N8nServer.start(registry.env)
  api = await N8nApi.asNewOwner(server.url)
  mock = await startMockServer()
})

afterAll(async () => {
  await server?.remove()
  registry?.stop()
  await mock?.close()
})

describe('the node, as a user installs it in Settings → Community nodes', () => {
  const { version } = manifestOf(inject('tarball'))

  it('is downloaded by n8n from the registry, and nothing else is', async () => {
    expect(await nodeTypes()).toEqual([])
    registry.requests.length = 0

    const installed = await api.install(packageName)

    expect(installed).toMatchObject({ packageName, installedVersion: version })
    expect(installed.installedNodes).toEqual(
      expect.arrayContaining(nodes.map((node) => expect.objectContaining(node))),
    )
    expect(registry.requests).toContain(`/${packageName}/-/${packageName}-${version}.tgz`)
    expect(registry.requests.filter((path) => !path.startsWith(`/${packageName}`))).toEqual([])
  })

  it('is executed from there', async () => {
    const { meetingid } = mock.addWebinar({ title: '秋季发布会' })
    const { url: baseUrl, corpId, corpSecret } = mock
    const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
    const parameters = { resource: 'webinar', operation: 'get', webinar: locator(meetingid) }
    workflowId = (await api.createWorkflow(nodeWorkflow(credential, parameters))).id
    expect(await title()).toBe('秋季发布会')
  })

  it('is gone when it has been uninstalled, and back, with workflow and credential, when installed again', async () => {
    await api.uninstall(packageName)
    expect(await nodeTypes()).toEqual([])
    expect(await api.installedPackages()).toEqual([])

    await api.install(packageName)
    expect(await title()).toBe('秋季发布会')
  })

  it('is offered as an update when a newer one is published, and updated', async () => {
    publishAgain('999.0.0')
    expect(await api.installedPackages()).toMatchObject([
      { installedVersion: version, updateAvailable: '999.0.0' },
    ])

    expect(await api.update(packageName)).toMatchObject({ installedVersion: '999.0.0' })
    expect(await title()).toBe('秋季发布会')
  })

  it('is still there after a restart', async () => {
    await server.down()
    await server.up()
    api = await N8nApi.asOwner(server.url)
    expect(await api.installedPackages()).toMatchObject([
      { installedVersion: '999.0.0', failedLoading: false },
    ])
    expect(await title()).toBe('秋季发布会')
  })
})

function locator(value: string) {
  return { __rl: true, mode: 'id', value }
}

async function title(): Promise<unknown> {
  const result = await api.run(workflowId, START)
  expect(result.error?.message).toBeUndefined()
  return itemsOf(result, NODE)[0]?.json.title
}

/** Those of the package's nodes that n8n offers. */
async function nodeTypes(): Promise<string[]> {
  const response = await fetch(`${server.url}/types/nodes.json`, {
    headers: { cookie: `${api.cookie.name}=${api.cookie.value}` },
  })
  const types = (await response.json()) as { name: string }[]
  expect(types.length).toBeGreaterThan(100)
  return types.map(({ name }) => name).filter((name) => name.startsWith(`${packageName}.`))
}

/** Publishes what is packed once more, under another version. */
function publishAgain(version: string): void {
  const dir = mkdtempSync(join(tmpdir(), 'wecom-n8n-republish-'))
  execFileSync('tar', ['-xzf', inject('tarball'), '-C', dir])
  const manifest = join(dir, 'package/package.json')
  const { version: _, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(manifest, JSON.stringify({ ...rest, version }))
  const tarball = join(dir, 'again.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', dir, 'package'])
  registry.publish(tarball)
  rmSync(dir, { recursive: true })
}
