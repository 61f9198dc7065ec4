import type { MockServer } from '@wecom-meeting/mock-server'
import type { INode } from 'n8n-workflow'
import { accessToken } from './accessToken.mts'
import type { MeasuredN8n } from './MeasuredN8n.mts'
import { itemsOf, type WorkflowFile } from './N8nApi.mts'
import { NODE, nodeWorkflow, START } from './nodeWorkflow.mts'

/** What an execution cost. */
export interface Cost {
  /** How long the node worked, as n8n says. */
  wallMs: number
  /** CPU time of n8n's process from the start of the execution until its result is stored. */
  cpuMs: number
}

/** Gets as many webinars as there are items and says what that cost. @throws if one is wrong. */
export type Contender = () => Promise<Cost>

/** The same calls for `count` items: through this node, and through n8n's own HTTP Request node. */
export async function webinarItems(
  n8n: MeasuredN8n,
  count: number,
): Promise<{ wecomMeeting: Contender; httpRequest: Contender }> {
  for (const item of Array(count).keys()) n8n.mock.addWebinar({ meetingid: `wb${item}` })
  const workflow = nodeWorkflow(n8n.credential, {
    resource: 'webinar',
    operation: 'get',
    webinar: { __rl: true, mode: 'id', value: '=wb{{ $json.item }}' },
  })
  const request = await httpRequestNode(n8n.mock)
  const withRequest = {
    ...workflow,
    name: 'HTTP Request',
    nodes: workflow.nodes.map((node) => (node.name === NODE ? { ...node, ...request } : node)),
  }
  return {
    wecomMeeting: await contender(n8n, withItems(workflow, count), count),
    httpRequest: await contender(n8n, withItems(withRequest, count), count),
  }
}

async function contender(
  n8n: MeasuredN8n,
  workflow: WorkflowFile,
  count: number,
): Promise<Contender> {
  const { id } = await n8n.api.createWorkflow(workflow)
  return async () => {
    const { cpuMs, ...result } = await n8n.run(id)
    const got = itemsOf(result, NODE).map(({ json }) => json.meetingid)
    const wrong = Array.from({ length: count }, (_, item) => `wb${item}`).findIndex(
      (meetingid, item) => got[item] !== meetingid,
    )
    if (got.length !== count || wrong !== -1) {
      throw new Error(
        `${workflow.name}: ${got.length} of ${count} webinars, wrong from ${wrong} on.`,
      )
    }
    return { wallMs: result.runData[NODE]?.[0]?.executionTime ?? Number.NaN, cpuMs }
  }
}

/** The same calls through n8n's own node, with a token that it does not have to ask for. */
async function httpRequestNode(mock: MockServer): Promise<Partial<INode>> {
  return {
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.5,
    parameters: {
      method: 'POST',
      url: `${mock.url}/cgi-bin/meeting/webinar/get?access_token=${await accessToken(mock)}`,
      sendBody: true,
      specifyBody: 'json',
      jsonBody: '={{ { meetingid: "wb" + $json.item } }}',
      options: {},
    },
  }
}

/** The workflow with `count` items, `{ item: 0 }` and so on, between its start and its node. */
function withItems(workflow: WorkflowFile, count: number): WorkflowFile {
  const [list, split] = ['List', 'Split']
  const jsonOutput = `={{ { items: Array.from({ length: ${count} }, (_, item) => ({ item })) } }}`
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
