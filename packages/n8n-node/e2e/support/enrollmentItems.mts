import type { INodeParameters } from 'n8n-workflow'
import { accessToken } from './accessToken.mts'
import type { MeasuredN8n } from './MeasuredN8n.mts'
import type { WorkflowFile } from './N8nApi.mts'
import { NODE, nodeWorkflow } from './nodeWorkflow.mts'

/** The node of `requestedEnrollments` that puts the enrollments out. */
export const SPLIT = 'Split Out'

/** All enrollments of a webinar through this node. */
export function allEnrollments(
  { credential }: MeasuredN8n,
  meetingid: string,
  parameters: INodeParameters = {},
): WorkflowFile {
  return nodeWorkflow(credential, {
    resource: 'webinarEnrollment',
    operation: 'getAll',
    webinar: { __rl: true, mode: 'id', value: meetingid },
    returnAll: true,
    ...parameters,
  })
}

/** The same through n8n's own nodes: HTTP Request with its pagination, then an item each. */
export async function requestedEnrollments(
  n8n: MeasuredN8n,
  meetingid: string,
): Promise<WorkflowFile> {
  const url = `${n8n.mock.url}/cgi-bin/meeting/webinar/enroll/list?access_token=${await accessToken(n8n.mock)}`
  const { nodes, connections } = allEnrollments(n8n, meetingid)
  const cursor = '={{ $response ? $response.body.next_cursor : "" }}'
  const request = {
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.5,
    parameters: {
      method: 'POST',
      url,
      sendBody: true,
      specifyBody: 'json',
      jsonBody: JSON.stringify({ meetingid, limit: 50 }),
      options: {
        pagination: {
          pagination: {
            paginationMode: 'updateAParameterInEachRequest',
            parameters: { parameters: [{ type: 'body', name: 'cursor', value: cursor }] },
            paginationCompleteWhen: 'other',
            completeExpression: '={{ !$response.body.has_more }}',
            limitPagesFetched: false,
          },
        },
      },
    },
  }
  const split = {
    id: 'split',
    name: SPLIT,
    type: 'n8n-nodes-base.splitOut',
    typeVersion: 1,
    position: [440, 0] as [number, number],
    parameters: { fieldToSplitOut: 'enroll_list', options: {} },
  }
  return {
    name: 'HTTP Request: all enrollments',
    nodes: [...nodes.map((node) => (node.name === NODE ? { ...node, ...request } : node)), split],
    connections: {
      ...connections,
      [NODE]: { main: [[{ node: SPLIT, type: 'main', index: 0 }]] },
    },
  }
}
