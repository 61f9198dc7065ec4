import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TestProject } from 'vitest/node'
import { installN8n } from './installN8n.mts'
import { NpmRegistry } from './NpmRegistry.mts'
import { startN8nWithNode } from './n8nWithNode.mts'
import { packNode } from './packNode.mts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed node. */
    tarball: string
    /** What leads an n8n to the registry that the packed node is published on. */
    registryEnv: Record<string, string>
    /** An n8n with the node in it and an owner, for every test that does not need one of its own. */
    n8nUrl: string
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  installN8n()
  const tarball = packNode()
  const registry = await NpmRegistry.start()
  registry.publish(tarball)
  const { server } = await startN8nWithNode(registry.env)
  project.provide('tarball', tarball)
  project.provide('registryEnv', registry.env)
  project.provide('n8nUrl', server.url)
  return async () => {
    await server.remove()
    registry.stop()
    rmSync(dirname(tarball), { recursive: true, force: true })
  }
}
