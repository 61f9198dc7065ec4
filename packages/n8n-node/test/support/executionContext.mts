import {
  type IExecuteFunctions,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  NodeHelpers,
} from 'n8n-workflow'
import { WeComMeeting } from '../../nodes/WeComMeeting/WeComMeeting.node.ts'
import { httpRequest } from './httpRequest.mts'

export interface Execution {
  /** What the user has set; everything else has the default that the node declares. */
  parameters: INodeParameters
  baseUrl: string
  corpSecret?: string
  items?: number
  continueOnFail?: boolean
  signal?: AbortSignal
}

/** Runs the node's `execute` with the part of n8n's execution context that it uses. */
export async function execute(execution: Execution): Promise<INodeExecutionData[]> {
  const node = new WeComMeeting()
  const [output = []] = await node.execute.call(contextFor(execution, node))
  return output
}

function contextFor(execution: Execution, type: WeComMeeting): IExecuteFunctions {
  const { baseUrl, corpSecret = 'secret', items = 1, continueOnFail = false, signal } = execution
  const node: INode = {
    id: 'node',
    name: 'WeCom Meeting',
    type: 'n8n-nodes-wecom-meeting.weComMeeting',
    typeVersion: 1,
    position: [0, 0],
    parameters: execution.parameters,
  }
  const parameters = NodeHelpers.getNodeParameters(
    type.description.properties,
    execution.parameters,
    true,
    false,
    node,
    type.description,
  )
  const context = {
    getInputData: () => Array.from({ length: items }, (_, item) => ({ json: { item } })),
    getNode: () => node,
    getNodeParameter: (name: string) => parameters?.[name],
    getCredentials: async () => ({ corpId: 'ww0123456789abcdef', corpSecret, baseUrl }),
    getExecutionCancelSignal: () => signal,
    continueOnFail: () => continueOnFail,
    helpers: { httpRequest },
  }
  return context as unknown as IExecuteFunctions
}
