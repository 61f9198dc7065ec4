import type { INodeProperties } from 'n8n-workflow'
import { listWebinarEnrollments } from '../WeComMeeting/generated/listWebinarEnrollments.ts'
import { webinarLocator } from '../WeComMeeting/operations/webinar.ts'
import { answerOptions } from '../WeComMeeting/output/enrollmentProperties.ts'
import {
  isoTimesOption,
  optionsProperty,
  simplifyProperty,
} from '../WeComMeeting/output/outputProperties.ts'

const statuses = listWebinarEnrollments.fields.status.options ?? []

/** The trigger's parameters. */
export const triggerProperties: INodeProperties[] = [
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
    description: 'The status that an enrollment must have changed to',
    options: statuses.map(({ value, name, ...rest }) =>
      value === 0 ? { value, name: 'Any' } : { value, name, ...rest },
    ),
  },
  simplifyProperty,
  optionsProperty([
    ...answerOptions,
    {
      displayName: 'Deliver Existing Enrollments',
      name: 'deliverExisting',
      type: 'boolean',
      default: false,
      description:
        'Whether to deliver those who had enrolled before the workflow was first activated, instead of only those who come after',
    },
    isoTimesOption,
  ]),
]
