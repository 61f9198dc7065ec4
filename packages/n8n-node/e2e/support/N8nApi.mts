import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'flatted'
import type { IConnections, INode, INodeExecutionData, ITaskData } from 'n8n-workflow'

const RUN_LIMIT_MS = 120_000
const owner = { email: 'owner@example.com', password: 'Str0ng-enough-for-a-test' }

/** A workflow as n8n imports and exports it. */
export interface WorkflowFile {
  name: string
  nodes: Partial<INode>[]
  connections: IConnections
  settings?: object
}

/** A community package as n8n lists it. */
export interface InstalledPackage {
  packageName: string
  installedVersion: string
  installedNodes: { name: string; type: string }[]
  /** The version that it can be updated to, if there is one. */
  updateAvailable?: string
  failedLoading?: boolean
}

/** What came of one execution. */
export interface ExecutionResult {
  id: string
  status: string
  runData: Record<string, ITaskData[]>
  error?: { message: string; description?: string; [key: string]: unknown }
}

/** The API that n8n's editor uses, signed in as the owner. */
export class N8nApi {
  readonly url: string
  #cookie = ''

  constructor(url: string) {
    this.url = url
  }

  /** Creates the owner on a new n8n and signs in. */
  static async asNewOwner(url: string): Promise<N8nApi> {
    const api = new N8nApi(url)
    await api.#signIn('/owner/setup', { ...owner, firstName: 'Fang', lastName: 'Wang' })
    return api
  }

  /** Signs in on an n8n that has its owner. */
  static async asOwner(url: string): Promise<N8nApi> {
    const api = new N8nApi(url)
    const { email, password } = owner
    await api.#signIn('/login', { emailOrLdapLoginId: email, password })
    return api
  }

  /** The session, for a browser. */
  get cookie(): { name: string; value: string } {
    const [name = '', value = ''] = this.#cookie.split('=')
    return { name, value }
  }

  async #signIn(path: string, body: object): Promise<void> {
    const response = await this.#send('POST', path, body)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    this.#cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])[0] ?? ''
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}/rest${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  async request<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.#send(method, path, body)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text).data
  }

  /** Does what Install does in Settings → Community nodes; without a version, the latest is installed. */
  async install(name: string, version?: string): Promise<InstalledPackage> {
    return this.request('POST', '/community-packages', { name, ...(version && { version }) })
  }

  /** Does what Update does there. */
  async update(name: string): Promise<InstalledPackage> {
    return this.request('PATCH', '/community-packages', { name })
  }

  async uninstall(name: string): Promise<void> {
    await this.request('DELETE', `/community-packages?name=${name}`)
  }

  async installedPackages(): Promise<InstalledPackage[]> {
    return this.request('GET', '/community-packages')
  }

  async createCredential(
    data: object,
    name = 'WeCom',
    type = 'weComMeetingApi',
  ): Promise<{ id: string; name: string }> {
    return this.request('POST', '/credentials', { name, type, data })
  }

  /** Does what the button of the credential's dialog does. */
  async testCredential(data: object): Promise<{ status: string; message: string }> {
    return this.request('POST', '/credentials/test', {
      credentials: { id: '', name: 'WeCom', type: 'weComMeetingApi', data },
    })
  }

  async createWorkflow(workflow: WorkflowFile): Promise<{ id: string; versionId: string }> {
    return this.request('POST', '/workflows', { settings: { executionOrder: 'v1' }, ...workflow })
  }

  async activate({ id, versionId }: { id: string; versionId: string }): Promise<void> {
    await this.request('POST', `/workflows/${id}/activate`, { versionId })
  }

  async deactivate(workflowId: string): Promise<void> {
    await this.request('POST', `/workflows/${workflowId}/deactivate`)
  }

  /** Waits until n8n, which activates in the background, has run an activated trigger once. */
  async published(workflowId: string): Promise<void> {
    const deadline = Date.now() + RUN_LIMIT_MS
    while (Date.now() < deadline) {
      const { status } = await this.request<{ status: string }>(
        'GET',
        `/workflows/${workflowId}/publication-status`,
      )
      if (status === 'published') return
      await wait(250)
    }
    throw new Error(`Workflow ${workflowId} is not published.`)
  }

  /** Executes a workflow from the named trigger, and waits until it has ended. */
  async run(workflowId: string, trigger: string): Promise<ExecutionResult> {
    const { executionId } = await this.request<{ executionId: string }>(
      'POST',
      `/workflows/${workflowId}/run`,
      { triggerToStartFrom: { name: trigger } },
    )
    return this.ended(executionId)
  }

  async ended(executionId: string): Promise<ExecutionResult> {
    const deadline = Date.now() + RUN_LIMIT_MS
    for (;;) {
      const execution = await this.request<{ status: string; data: string; finished: boolean }>(
        'GET',
        `/executions/${executionId}`,
      )
      if (!['new', 'running', 'waiting', 'unknown'].includes(execution.status)) {
        const { runData, error } = parse(execution.data).resultData
        // On a busy machine n8n says that an execution has succeeded before it gives its data.
        const isComplete = execution.status !== 'success' || Object.keys(runData).length > 0
        if (isComplete) return { id: executionId, status: execution.status, runData, error }
      }
      if (Date.now() > deadline) throw new Error(`Execution ${executionId} does not end.`)
      await wait(100)
    }
  }

  /** The ids of a workflow's executions, oldest first. */
  async executionsOf(workflowId: string): Promise<string[]> {
    const filter = encodeURIComponent(JSON.stringify({ workflowId }))
    const { results } = await this.request<{ results: { id: string }[] }>(
      'GET',
      `/executions?filter=${filter}&limit=100`,
    )
    return results.map(({ id }) => id).sort((a, b) => Number(a) - Number(b))
  }
}

/** The items that a node put out, in the first run of its first output. */
export function itemsOf({ runData }: ExecutionResult, node: string): INodeExecutionData[] {
  return runData[node]?.[0]?.data?.main?.[0] ?? []
}
