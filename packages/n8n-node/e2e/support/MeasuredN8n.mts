import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { Inspector, inspectable } from './Inspector.mts'
import type { ExecutionResult, N8nApi } from './N8nApi.mts'
import type { N8nServer } from './N8nServer.mts'
import { startN8nWithNode } from './n8nWithNode.mts'
import { START } from './nodeWorkflow.mts'

/** An n8n of its own and a mock for it, so that nothing else gets into the figures. */
export class MeasuredN8n implements AsyncDisposable {
  readonly api: N8nApi
  readonly mock: MockServer
  readonly credential: { id: string; name: string }
  readonly inspector: Inspector
  readonly #server: N8nServer

  private constructor(
    server: N8nServer,
    api: N8nApi,
    mock: MockServer,
    credential: MeasuredN8n['credential'],
    inspector: Inspector,
  ) {
    this.#server = server
    this.api = api
    this.mock = mock
    this.credential = credential
    this.inspector = inspector
  }

  /** Starts an n8n, with the node installed from the registry that `registryEnv` leads to. */
  static async start(registryEnv: Record<string, string>): Promise<MeasuredN8n> {
    const { server, api } = await startN8nWithNode(registryEnv, inspectable)
    try {
      const inspector = await Inspector.of(server)
      const mock = await startMockServer({ journalSize: 20_000 })
      const { url: baseUrl, corpId, corpSecret } = mock
      const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
      return new MeasuredN8n(server, api, mock, credential, inspector)
    } catch (error) {
      await server.remove()
      throw error
    }
  }

  /** Executes a workflow; what n8n spent on it counts from its start until its result is stored. */
  async run(workflowId: string): Promise<ExecutionResult & { cpuMs: number }> {
    const before = await this.inspector.cpuMs()
    const result = await this.api.run(workflowId, START)
    return { ...result, cpuMs: (await this.inspector.cpuMs()) - before }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.inspector.close()
    await this.#server.remove()
    await this.mock.close()
  }
}
