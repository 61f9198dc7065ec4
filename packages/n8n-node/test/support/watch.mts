import type { MockServer } from '@wecom-meeting/mock-server'
import {
  type IDataObject,
  type INode,
  type INodeParameters,
  type IPollFunctions,
  NodeHelpers,
} from 'n8n-workflow'
import { WeComMeetingTrigger } from '../../nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts'
import { type HttpRequest, httpRequest as sendRequest } from './httpRequest.mts'

/** What may differ from one poll to the next. */
interface PollConditions {
  mode?: 'trigger' | 'manual'
  httpRequest?: HttpRequest
  /** How long the poll may take, in milliseconds. */
  budget?: number
  timeZone?: string
}

/** An activated trigger, with the part of n8n's context that it uses. */
export interface WatchedTrigger {
  /** Polls once: the output items, none where n8n would start nothing. */
  poll(conditions?: PollConditions): Promise<IDataObject[]>
  /** What n8n stores between polls, as JSON, as after a restart. */
  stored: string
  /** The warnings in n8n's log. */
  readonly warnings: string[]
}

let workflows = 0

export function watch(
  wecom: Pick<MockServer, 'url' | 'corpId' | 'corpSecret'>,
  parameters: INodeParameters,
): WatchedTrigger {
  const type = new WeComMeetingTrigger()
  const node: INode = {
    id: 'trigger',
    name: 'WeCom Meeting Trigger',
    type: 'n8n-nodes-wecom-meeting.weComMeetingTrigger',
    typeVersion: 1,
    position: [0, 0],
    parameters,
  }
  const { properties } = type.description
  const all = NodeHelpers.getNodeParameters(
    properties,
    parameters,
    true,
    false,
    node,
    type.description,
  )
  workflows += 1
  const workflowId = `workflow-${workflows}`
  const { url: baseUrl, corpId, corpSecret } = wecom
  let staticData: IDataObject = {}
  const warnings: string[] = []

  return {
    warnings,
    get stored() {
      return JSON.stringify(staticData)
    },
    set stored(json) {
      staticData = JSON.parse(json)
    },
    async poll({ mode = 'trigger', httpRequest = sendRequest, budget = 60_000, timeZone } = {}) {
      const context = {
        getNode: () => node,
        getWorkflow: () => ({ id: workflowId, active: true }),
        logger: { warn: (message: string) => warnings.push(message) },
        getMode: () => mode,
        getNodeParameter: (name: string, fallback?: unknown) => all?.[name] ?? fallback,
        getCredentials: async () => ({ corpId, corpSecret, baseUrl }),
        getWorkflowStaticData: () => staticData,
        getPollBudgetMs: () => budget,
        getTimezone: () => timeZone ?? 'Asia/Shanghai',
        helpers: { httpRequest },
      }
      const output = await type.poll.call(context as unknown as IPollFunctions)
      return output?.[0]?.map(({ json }) => json) ?? []
    },
  }
}
