import type { MockServer } from '@wecom-meeting/mock-server'
import type { INode } from 'n8n-workflow'
import { itemsOf, type WorkflowFile } from './N8nApi.mts'
import type { N8nWithMock } from './n8nWithNode.mts'
import { NODE, nodeWorkflow, START } from './nodeWorkflow.mts'

/**
 * Gets as many webinars as there are items, and says for how many milliseconds the node worked, by
 * n8n's own account.
 *
 * @throws {Error} If a webinar is missing or not in its place.
 */
export type Contender = () => Promise<number>

/** The same calls for `count` items: through this node, and through n8n's own HTTP Request node. */
export async function webinarItems(
  n8n: N8nWithMock,
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
  n8n: N8nWithMock,
  workflow: WorkflowFile,
  count: number,
): Promise<Contender> {
  const { id } = await n8n.api.createWorkflow(workflow)
  return async () => {
    const result = await n8n.api.run(id, START)
    const got = itemsOf(result, NODE).map(({ json }) => json.meetingid)
    const wrong = Array.from({ length: count }, (_, item) => `wb${item}`).findIndex(
      (meetingid, item) => got[item] !== meetingid,
    )
    if (got.length !== count || wrong !== -1) {
      throw new Error(
        `${workflow.name}: ${got.length} of ${count} webinars, wrong from ${wrong} on.`,
      )
    }
    return result.runData[NODE]?.[0]?.executionTime ?? Number.NaN
  }
}

/** The same calls through n8n's own node, with a token that it does not have to ask for. */
async function httpRequestNode(mock: MockServer): Promise<Partial<INode>> {
  const query = new URLSearchParams({ corpid: mock.corpId, corpsecret: mock.corpSecret })
  const response = await fetch(`${mock.url}/cgi-bin/gettoken?${query}`)
  const { access_token } = (await response.json()) as { access_token: string }
  return {
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
