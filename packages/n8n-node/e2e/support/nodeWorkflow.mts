import type { INodeParameters } from 'n8n-workflow'
import type { WorkflowFile } from './N8nApi.mts'

export const START = 'Start'
export const NODE = 'WeCom Meeting'

/** What starts a workflow by hand. */
export const manualTrigger: WorkflowFile['nodes'][number] = {
  id: 'start',
  name: START,
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
}

/** A workflow that starts by hand and runs the node once. */
export function nodeWorkflow(
  credential: { id: string; name: string },
  parameters: INodeParameters,
): WorkflowFile {
  return {
    name: `${parameters.resource}: ${parameters.operation}`,
    nodes: [
      manualTrigger,
      {
        id: 'wecom',
        name: NODE,
        type: 'n8n-nodes-wecom-meeting.weComMeeting',
        typeVersion: 2,
        position: [220, 0],
        parameters,
        credentials: { weComMeetingApi: credential },
      },
    ],
    connections: { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
  }
}

export const TRIGGER = 'WeCom Meeting Trigger'

/** A workflow that the trigger starts; it polls every minute, as often as n8n allows. */
export function triggerWorkflow(
  credential: { id: string; name: string },
  parameters: INodeParameters,
): WorkflowFile {
  return {
    name: `Trigger: ${parameters.event}`,
    nodes: [
      {
        id: 'trigger',
        name: TRIGGER,
        type: 'n8n-nodes-wecom-meeting.weComMeetingTrigger',
        typeVersion: 2,
        position: [0, 0],
        parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters },
        credentials: { weComMeetingApi: credential },
      },
      {
        id: 'after',
        name: 'After',
        type: 'n8n-nodes-base.noOp',
        typeVersion: 1,
        position: [220, 0],
        parameters: {},
      },
    ],
    connections: { [TRIGGER]: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
  }
}
