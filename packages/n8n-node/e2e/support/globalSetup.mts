import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TestProject } from 'vitest/node'
import { installN8n } from './installN8n.mts'
import { N8nApi } from './N8nApi.mts'
import { N8nServer } from './N8nServer.mts'
import { packNode } from './packNode.mts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed node. */
    tarball: string
    /** An n8n with the node in it and an owner, for every test that does not need one of its own. */
    n8nUrl: string
    n8nPid: number
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  installN8n()
  const tarball = packNode()
  const server = await N8nServer.start(tarball)
  await N8nApi.asNewOwner(server.url)
  project.provide('tarball', tarball)
  project.provide('n8nUrl', server.url)
  project.provide('n8nPid', server.pid)
  return async () => {
    await server.remove()
    rmSync(dirname(tarball), { recursive: true, force: true })
  }
}
