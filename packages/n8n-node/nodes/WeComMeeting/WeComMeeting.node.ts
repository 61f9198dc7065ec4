import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { weComMeetingApiTest } from './credentialTest/weComMeetingApiTest.ts'
import { operations } from './operations/index.ts'
import { propertiesOf } from './properties.ts'
import { executeItems } from './run/executeItems.ts'

/** Reads meetings, webinars and webinar enrollments from WeCom. */
export class WeComMeeting implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WeCom Meeting',
    name: 'weComMeeting',
    icon: {
      light: 'file:../../icons/weComMeeting.svg',
      dark: 'file:../../icons/weComMeeting.dark.svg',
    },
    group: ['input'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Get meetings, webinars and webinar enrollments from WeCom (WeChat Work)',
    defaults: { name: 'WeCom Meeting' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'weComMeetingApi', required: true, testedBy: 'weComMeetingApiTest' }],
    properties: propertiesOf(operations),
  }

  methods = { credentialTest: { weComMeetingApiTest } }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await executeItems(this, operations)]
  }
}
