import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeProperties,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { weComMeetingApiTest } from '../shared/credentialTest.ts'
import { endpoints } from '../shared/generated/endpoints.ts'
import { searchMeetings } from '../shared/meetingIds.ts'
import { nodeVersions } from '../shared/versions.ts'
import { createOperations } from './endpointOperations.ts'
import { executeItems } from './executeItems.ts'
import type { NodeOperation } from './operation.ts'
import { meetingGetAll } from './resources/meeting/getAll.ts'
import { meetingGetAttendees } from './resources/meeting/getAttendees.ts'
import { webinarEnrollmentGetAll } from './resources/webinarEnrollment/getAll.ts'
import { webinarEnrollmentReviews } from './resources/webinarEnrollment/review.ts'

/** Where the node does more than the endpoint. */
const ownOperations: Record<string, NodeOperation[]> = {
  listMeetingIds: [...meetingGetAll, ...meetingGetAttendees],
  listWebinarEnrollments: webinarEnrollmentGetAll,
  reviewWebinarEnrollments: webinarEnrollmentReviews,
}

/** Everything that the node can do, in the order in which the editor lists it. */
const operations = Object.entries(endpoints).flatMap(
  ([id, endpoint]) => ownOperations[id] ?? createOperations(endpoint),
)

/** Gets meetings, webinars and webinar enrollments from WeCom, and approves or rejects enrollments. */
export class WeComMeeting implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WeCom Meeting',
    name: 'weComMeeting',
    icon: {
      light: 'file:../../icons/weComMeeting.svg',
      dark: 'file:../../icons/weComMeeting.dark.svg',
    },
    group: ['input'],
    ...nodeVersions,
    subtitle: subtitleOf(operations),
    description:
      'Get meetings, webinars and webinar enrollments from WeCom (WeChat Work), and approve or reject enrollments',
    defaults: { name: 'WeCom Meeting' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'weComMeetingApi', required: true, testedBy: 'weComMeetingApiTest' }],
    properties: propertiesOf(operations),
  }

  methods = { credentialTest: { weComMeetingApiTest }, listSearch: { searchMeetings } }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await executeItems(this, operations)]
  }
}

/** Shows what the selected operation does. */
function subtitleOf(operations: NodeOperation[]): string {
  const actions = operations.map(({ resource, option }) => [
    `${resource.value}.${option.value}`,
    option.action,
  ])
  const texts = JSON.stringify(Object.fromEntries(actions))
  return `={{ (${texts})[$parameter["resource"] + "." + $parameter["operation"]] }}`
}

/** The node's parameters: Resource, a list of operations for each resource, each operation's own. */
function propertiesOf(operations: NodeOperation[]): INodeProperties[] {
  const resources = new Map(operations.map(({ resource }) => [resource.value, resource]))
  const options = Map.groupBy(operations, ({ resource }) => resource.value)
  return [
    listProperty('Resource', [...resources.values()]),
    ...Array.from(options, ([resource, own]) => {
      const listed = own.map(({ option }) => option)
      return showFor(listProperty('Operation', listed), { resource: [resource] })
    }),
    ...operations.flatMap(({ resource, option, properties }) => {
      const selected = { resource: [resource.value], operation: [option.value] }
      return properties.map((one) => showFor(one, selected))
    }),
  ]
}

function showFor(property: INodeProperties, selected: Record<string, string[]>): INodeProperties {
  const { displayOptions } = property
  const show = { ...displayOptions?.show, ...selected }
  return { ...property, displayOptions: { ...displayOptions, show } }
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
