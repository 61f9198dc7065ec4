import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { weComMeetingApiTest } from '../shared/credentialTest.ts'
import { executeItems } from './executeItems.ts'
import type { Operation } from './operation.ts'
import { meetingGet } from './resources/meeting/get.ts'
import { meetingGetAttendees } from './resources/meeting/getAttendees.ts'
import { webinarGet } from './resources/webinar/get.ts'
import { webinarEnrollmentGetAll } from './resources/webinarEnrollment/getAll.ts'

/** Everything that the node can do, in the order in which the editor lists it. */
const operations = [meetingGet, meetingGetAttendees, webinarGet, webinarEnrollmentGetAll]

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

/** The node's parameters: Resource, an Operation list for each resource, each operation's own. */
function propertiesOf(operations: Operation[]): INodeProperties[] {
  const byResource = Map.groupBy(operations, ({ resource }) => resource.value)
  const resources = [...byResource.values()].flatMap(([first]) => first?.resource ?? [])
  return [
    listProperty('Resource', resources),
    ...Array.from(byResource, ([resource, own]) => ({
      ...listProperty(
        'Operation',
        own.map(({ name, value, action, description }) => ({ name, value, action, description })),
      ),
      displayOptions: { show: { resource: [resource] } },
    })),
    ...operations.flatMap(({ resource, value, properties }) =>
      properties.map((property) => ({
        ...property,
        displayOptions: {
          ...property.displayOptions,
          show: {
            ...property.displayOptions?.show,
            resource: [resource.value],
            operation: [value],
          },
        },
      })),
    ),
  ]
}

function listProperty(
  displayName: string,
  options: { name: string; value: string }[],
): INodeProperties {
  const first = options[0]?.value ?? ''
  return {
    displayName,
    name: displayName.toLowerCase(),
    type: 'options',
    noDataExpression: true,
    options,
    default: first,
  }
}
