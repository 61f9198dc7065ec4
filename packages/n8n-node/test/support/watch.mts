import type { MockServer } from '@wecom-meeting/mock-server'
import {
  type IDataObject,
  type INode,
  type INodeParameters,
  type IObservableObject,
  type IPollFunctions,
  NodeHelpers,
  ObservableObject,
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
  /** Takes the place of n8n's log. */
  warn?: (message: string) => void
}

/** An activated trigger, with the part of n8n's context that it uses. */
export interface WatchedTrigger {
  /** Polls once: the output items, none where n8n would start nothing. */
  poll(conditions?: PollConditions): Promise<IDataObject[]>
  /** What n8n stores between polls, as JSON, as after a restart. */
  stored: string
  /** How often n8n has saved it, which it does where a poll has changed something. */
  readonly saves: number
  /** The warnings in n8n's log. */
  readonly warnings: string[]
}

let workflows = 0

export function watch(
  wecom: Pick<MockServer, 'url' | 'corpId' | 'corpSecret'> & { httpRequest?: HttpRequest },
  parameters: INodeParameters,
  typeVersion = 2,
): WatchedTrigger {
  const type = new WeComMeetingTrigger()
  const node: INode = {
    id: 'trigger',
    name: 'WeCom Meeting Trigger',
    type: 'n8n-nodes-wecom-meeting.weComMeetingTrigger',
    typeVersion,
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
  const { url: baseUrl, corpId, corpSecret, httpRequest: request = sendRequest } = wecom
  const key = `node:${node.name}`
  let staticData = ObservableObject.create({}) as IObservableObject
  let saves = 0
  const warnings: string[] = []

  return {
    warnings,
    get saves() {
      return saves
    },
    get stored() {
      return JSON.stringify(key in staticData ? staticData[key] : {})
    },
    set stored(json) {
      staticData = ObservableObject.create({ [key]: JSON.parse(json) }) as IObservableObject
    },
    async poll({ mode = 'trigger', httpRequest = request, budget = 60_000, timeZone, warn } = {}) {
      const context = {
        getNode: () => node,
        getWorkflow: () => ({ id: workflowId, active: true }),
        logger: { warn: warn ?? ((message: string) => warnings.push(message)) },
        getMode: () => mode,
        getNodeParameter: (name: string, fallback?: unknown) => all?.[name] ?? fallback,
        getCredentials: async () => ({ corpId, corpSecret, baseUrl }),
        // As n8n's class Workflow does it.
        getWorkflowStaticData: () => {
          if (staticData[key] === undefined) {
            staticData[key] = ObservableObject.create({}, staticData)
          }
          return staticData[key]
        },
        getPollBudgetMs: () => budget,
        getTimezone: () => timeZone ?? 'Asia/Shanghai',
        helpers: { httpRequest },
      }
      const polling = type.poll.call(context as unknown as IPollFunctions)
      const output = await polling.finally(() => {
        if (staticData.__dataChanged) saves += 1
        staticData.__dataChanged = false
      })
      return output?.[0]?.map(({ json }) => json) ?? []
    },
  }
}
