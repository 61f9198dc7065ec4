import type { MockServer } from '@wecom-meeting/mock-server'
import {
  type IExecuteFunctions,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type NodeApiError,
  NodeHelpers,
  type NodeOperationError,
} from 'n8n-workflow'
import { expect } from 'vitest'
import { WeComMeeting } from '../../nodes/WeComMeeting/WeComMeeting.node.ts'
import { type HttpRequest, httpRequest as sendRequest } from './httpRequest.mts'

export interface Execution {
  /** Whose credentials the node has. */
  wecom: Pick<MockServer, 'url' | 'corpId' | 'corpSecret'>
  /** What the user has set; everything else has the default that the node declares. */
  parameters: INodeParameters
  /** How many input items there are; 1 by default. */
  items?: number
  /** What the parameters of one item are beyond that, as expressions would give them. */
  itemParameters?: (item: number) => INodeParameters
  /** Time zone of the workflow. */
  timeZone?: string
  /** Receives the notices above the output. */
  notices?: string[]
  continueOnFail?: boolean
  /** Where the node's setting On Error sends an item that failed. */
  onError?: INode['onError']
  /** Version of the node; the newest by default. */
  version?: number
  /** Whether an agent's model runs the node. */
  asTool?: boolean
  signal?: AbortSignal
  httpRequest?: HttpRequest
}

/** Runs the node's `execute` with the part of n8n's execution context that it uses. */
export async function execute(execution: Execution): Promise<INodeExecutionData[]> {
  const node = new WeComMeeting()
  const [output = []] = await node.execute.call(contextFor(execution, node))
  return output
}

/** The error with which the node fails. */
export async function failureOf(execution: Execution): Promise<NodeApiError | NodeOperationError> {
  return execute(execution).then(
    () => expect.fail('the execution should have failed'),
    (error) => error,
  )
}

function contextFor(execution: Execution, type: WeComMeeting): IExecuteFunctions {
  const { wecom, items = 1, continueOnFail = false, signal, httpRequest = sendRequest } = execution
  const {
    itemParameters = (): INodeParameters => ({}),
    timeZone = 'Asia/Shanghai',
    notices = [],
  } = execution
  const { description } = type
  // As n8n does with the description too.
  if (execution.asTool) description.name += 'Tool'
  const node: INode = {
    id: 'node',
    name: 'WeCom Meeting',
    type: `n8n-nodes-wecom-meeting.${description.name}`,
    typeVersion: execution.version ?? 2,
    position: [0, 0],
    parameters: execution.parameters,
    ...(execution.onError && { onError: execution.onError }),
  }
  const parameters = NodeHelpers.getNodeParameters(
    description.properties,
    execution.parameters,
    true,
    false,
    node,
    description,
  )
  const { url: baseUrl, corpId, corpSecret } = wecom
  const context = {
    getInputData: () => Array.from({ length: items }, (_, item) => ({ json: { item } })),
    getNode: () => node,
    getNodeParameter: (
      name: string,
      item: number,
      fallback?: unknown,
      { rawExpressions = false } = {},
    ) => {
      // What an item has for itself comes from an expression.
      if (rawExpressions && execution.itemParameters) return `={{ $json.${name} }}`
      const values: INodeParameters = { ...parameters, ...itemParameters(item) }
      const value = name in values ? values[name] : fallback
      // As n8n does.
      if (value === undefined) throw new Error(`Could not get parameter "${name}"`)
      return value
    },
    getCredentials: async () => ({ corpId, corpSecret, baseUrl }),
    getExecutionCancelSignal: () => signal,
    getTimezone: () => timeZone,
    addExecutionHints: ({ message }: { message: string }) => notices.push(message),
    continueOnFail: () => continueOnFail,
    helpers: { httpRequest },
  }
  return context as unknown as IExecuteFunctions
}
