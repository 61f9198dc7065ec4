import {
  type INodeExecutionData,
  type INodeProperties,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { weComMeetingApiTest } from '../shared/credentialTest.ts'
import { toNodeError } from '../shared/errors.ts'
import { listWebinarEnrollments } from '../shared/generated/endpoints.ts'
import { enteredIn, webinarLocator } from '../shared/locators.ts'
import { answerOptions, outputProperties } from '../shared/output.ts'
import { checkedParameters } from '../shared/parameters.ts'
import { nodeVersions } from '../shared/versions.ts'
import { poll } from './poll.ts'

const properties: INodeProperties[] = [
  webinarLocator,
  {
    displayName: 'Trigger On',
    name: 'event',
    type: 'options',
    default: 'created',
    options: [
      {
        name: 'Enrollment Created',
        value: 'created',
        description: 'Somebody has enrolled, whatever their status',
      },
      {
        name: 'Enrollment Created or Its Status Changed',
        value: 'either',
        description: 'Each once: somebody who is approved as they enroll counts as created',
      },
      {
        name: 'Enrollment Status Changed',
        value: 'statusChanged',
        description: 'Somebody was approved or rejected, also as they enrolled',
      },
    ],
  },
  {
    displayName: 'To Status',
    name: 'toStatus',
    type: 'options',
    default: 0,
    displayOptions: { show: { event: ['statusChanged', 'either'] } },
    description:
      'The status that an enrollment must have: one that has changed to it, or a new one that comes with it',
    options: listWebinarEnrollments.fields.status.options.map((status) =>
      status.value === 0 ? { value: 0, name: 'Any' } : status,
    ),
  },
  ...outputProperties(...answerOptions, {
    displayName: 'Deliver Existing Enrollments',
    name: 'deliverExisting',
    type: 'boolean',
    default: false,
    description:
      'Whether to deliver those who had enrolled before the workflow was first activated, instead of only those who come after',
  }),
]

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
    ...nodeVersions,
    subtitle:
      '={{ { created: "enrollment created", statusChanged: "enrollment status changed", either: "enrollment created or changed" }[$parameter["event"]] }}',
    // n8n lists both nodes as one entry, with this description.
    description:
      'Starts the workflow when somebody enrolls in a WeCom webinar, or is approved or rejected; the actions get meetings, attendees, webinars and enrollments, and approve or reject enrollments',
    defaults: { name: 'WeCom Meeting Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'weComMeetingApi', required: true, testedBy: 'weComMeetingApiTest' }],
    properties,
  }

  methods = { credentialTest: { weComMeetingApiTest } }

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    const parameter = checkedParameters(properties, (name) => this.getNodeParameter(name, null))
    return await poll(this, parameter).catch((error: unknown) => {
      throw toNodeError(this.getNode(), error, { entered: enteredIn(properties, parameter) })
    })
  }
}
