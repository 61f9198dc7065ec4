import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
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

/** An n8n of its own with the node, and a mock of its own with a credential for it. */
export interface N8nWithMock extends AsyncDisposable {
  api: N8nApi
  mock: MockServer
  credential: { id: string; name: string }
}

/** Starts both, for whoever measures: nothing else gets into the figures. */
export async function startN8nWithMock(
  registryEnv: Record<string, string>,
  extraEnv: NodeJS.ProcessEnv = {},
): Promise<N8nWithMock> {
  const mock = await startMockServer({ journalSize: 20_000 })
  const { server, api } = await startN8nWithNode(registryEnv, extraEnv)
  const { url: baseUrl, corpId, corpSecret } = mock
  const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
  return {
    api,
    mock,
    credential,
    async [Symbol.asyncDispose]() {
      await server.remove()
      await mock.close()
    },
  }
}
