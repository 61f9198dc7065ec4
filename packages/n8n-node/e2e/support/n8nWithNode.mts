import { N8nApi } from './N8nApi.mts'
import { N8nServer } from './N8nServer.mts'
import { packageName } from './packNode.mts'

/** Starts a new n8n, and sets it up as its owner does: signs up, and installs the node. */
export async function startN8nWithNode(
  registryEnv: Record<string, string>,
  extraEnv: NodeJS.ProcessEnv = {},
): Promise<{ server: N8nServer; api: N8nApi }> {
  const server = await N8nServer.start(registryEnv, extraEnv)
  const api = await N8nApi.asNewOwner(server.url)
  await api.install(packageName)
  return { server, api }
}
