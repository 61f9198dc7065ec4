import { readFileSync } from 'node:fs'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ExecutionResult, itemsOf, N8nApi, type WorkflowFile } from './support/N8nApi.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'

const ITEMS = 1000

let api: N8nApi
let mock: MockServer
let credential: { id: string; name: string }

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer({ journalSize: 20_000 })
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Scale')
})

afterAll(() => mock.close())

describe('1,000 items with Webinar → Get', () => {
  it('get 1,000 webinars in their order, for one token', async () => {
    for (const item of Array(ITEMS).keys()) mock.addWebinar({ meetingid: `wb${item}` })
    const node = await workflowFor({
      resource: 'webinar',
      operation: 'get',
      webinar: { __rl: true, mode: 'id', value: '=wb{{ $json.item }}' },
    })
    const request = await plainRequestWorkflow()

    const nodeTimes: number[] = []
    const requestTimes: number[] = []
    // Alternated, so that a slow moment of the machine hits both.
    for (const _ of Array(3)) {
      const ours = await api.run(node, START)
      expect(itemsOf(ours, NODE).map(({ json }) => json.meetingid)).toEqual(
        Array.from({ length: ITEMS }, (_, item) => `wb${item}`),
      )
      nodeTimes.push(timeOf(ours, NODE))
      const plain = await api.run(request, START)
      expect(itemsOf(plain, NODE)).toHaveLength(ITEMS)
      requestTimes.push(timeOf(plain, NODE))
    }

    const ratio = median(requestTimes) / median(nodeTimes)
    console.log(
      `1,000 items: node ${median(nodeTimes)} ms, HTTP Request node ${median(requestTimes)} ms, ratio ${ratio.toFixed(2)} (more than 1: the node is faster)`,
    )
    // One token more: the HTTP Request node has the one that this test got for it.
    expect(mock.requests({ operation: 'getToken' })).toHaveLength(2)
  })
})

describe('10,000 enrollments with Return All', () => {
  it('come all, in order', async () => {
    const { meetingid } = mock.addWebinar()
    const enrolled = mock.addEnrollments(meetingid, 10_000)
    const workflow = nodeWorkflow(credential, {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { __rl: true, mode: 'id', value: meetingid },
      returnAll: true,
    })
    const { id } = await api.createWorkflow(workflow)

    const before = residentMegabytes()
    const result = await api.run(id, START)

    expect(itemsOf(result, NODE).map(({ json }) => json.enroll_id)).toEqual(
      enrolled.map(({ enroll_id }) => String(enroll_id)),
    )
    console.log(
      `10,000 enrollments: n8n had ${before} MB resident before, ${residentMegabytes()} MB after, ${timeOf(result, NODE)} ms`,
    )
  })
})

async function workflowFor(parameters: INodeParameters): Promise<string> {
  const workflow = nodeWorkflow(credential, parameters)
  return (await api.createWorkflow(withItems(workflow))).id
}

/** The same calls through n8n's own node, with a token that it does not have to ask for. */
async function plainRequestWorkflow(): Promise<string> {
  const query = new URLSearchParams({ corpid: mock.corpId, corpsecret: mock.corpSecret })
  const response = await fetch(`${mock.url}/cgi-bin/gettoken?${query}`)
  const { access_token } = (await response.json()) as { access_token: string }
  const workflow = withItems(nodeWorkflow(credential, {}))
  const nodes = workflow.nodes.map((node) =>
    node.name === NODE
      ? {
          ...node,
          type: 'n8n-nodes-base.httpRequest',
          typeVersion: 4.5,
          parameters: {
            method: 'POST',
            url: `${mock.url}/cgi-bin/meeting/webinar/get?access_token=${access_token}`,
            sendBody: true,
            specifyBody: 'json',
            jsonBody: '={{ { meetingid: "wb" + $json.item } }}',
            options: {},
          },
        }
      : node,
  )
  return (await api.createWorkflow({ ...workflow, name: 'HTTP Request', nodes })).id
}

/** The workflow with 1,000 items, `{ item: 0 }` and so on, between its start and its node. */
function withItems(workflow: WorkflowFile): WorkflowFile {
  const [list, split] = ['List', 'Split']
  const jsonOutput = `={{ { items: Array.from({ length: ${ITEMS} }, (_, item) => ({ item })) } }}`
  return {
    ...workflow,
    nodes: [
      ...workflow.nodes,
      {
        id: 'list',
        name: list,
        type: 'n8n-nodes-base.set',
        typeVersion: 3.5,
        position: [80, 200],
        parameters: { mode: 'raw', jsonOutput, options: {} },
      },
      {
        id: 'split',
        name: split,
        type: 'n8n-nodes-base.splitOut',
        typeVersion: 1,
        position: [160, 200],
        parameters: { fieldToSplitOut: 'items', options: {} },
      },
    ],
    connections: {
      [START]: { main: [[{ node: list, type: 'main', index: 0 }]] },
      [list]: { main: [[{ node: split, type: 'main', index: 0 }]] },
      [split]: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
    },
  }
}

/** How long a node worked, in milliseconds. */
function timeOf({ runData }: ExecutionResult, node: string): number {
  return runData[node]?.[0]?.executionTime ?? Number.NaN
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** What n8n's process holds in memory; Linux tells it, other systems do not. */
function residentMegabytes(): number {
  try {
    const status = readFileSync(`/proc/${inject('n8nPid')}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  } catch {
    return Number.NaN
  }
}
