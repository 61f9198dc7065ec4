import {
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { weComMeetingApiTest } from '../WeComMeeting/credentialTest/weComMeetingApiTest.ts'
import { toNodeError } from '../WeComMeeting/errors/toNodeError.ts'
import { poll } from './poll.ts'
import { triggerProperties } from './properties.ts'

/** Starts a workflow when somebody enrolls in a webinar, or is approved or rejected. */
export class WeComMeetingTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WeCom Meeting Trigger',
    name: 'weComMeetingTrigger',
    icon: {
      light: 'file:../../icons/weComMeeting.svg',
      dark: 'file:../../icons/weComMeeting.dark.svg',
    },
    group: ['trigger'],
    version: 1,
    subtitle:
      '={{ { created: "enrollment created", statusChanged: "enrollment status changed", either: "enrollment created or changed" }[$parameter["event"]] }}',
    description:
      'Starts the workflow when somebody enrolls in a WeCom webinar, or is approved or rejected',
    defaults: { name: 'WeCom Meeting Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'weComMeetingApi', required: true, testedBy: 'weComMeetingApiTest' }],
    properties: triggerProperties,
  }

  methods = { credentialTest: { weComMeetingApiTest } }

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return await poll(this).catch((error: unknown) => {
      throw toNodeError(this.getNode(), error)
    })
  }
}
