import type { EnrollmentAction, Enrollment as ListedEnrollment } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import { simplified, wholeNumberIn } from '../../../shared/fields.ts'
import { reviewWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { keyFrom, webinarFrom, webinarLocator } from '../../../shared/locators.ts'
import { optionsProperty, waitOption } from '../../../shared/output.ts'
import type { Operation, OperationCall } from '../../operation.ts'
import { webinarEnrollmentResource } from './getAll.ts'

/** What each action does. A model is told nothing else of its operation. */
const actions: Record<EnrollmentAction, string> = {
  3: 'Approve a webinar enrollment and so admit the person',
  2: 'Reject a webinar enrollment and so turn the person away',
  1: 'Reset a webinar enrollment to pending and so undo its review',
}

const enrollmentIdProperty: INodeProperties = {
  displayName: 'Enrollment ID',
  name: 'enrollmentId',
  type: 'string',
  required: true,
  default: '',
  placeholder: '{{ $json.enroll_id }}',
  description: 'The <code>enroll_id</code> that Get Many and the trigger return',
}

/** Approve, Reject and Reset to Pending. */
export const webinarEnrollmentReviews: Operation[] = reviewWebinarEnrollments.fields.action.options
  .toReversed()
  .map(({ name, value }) => {
    const action = value as EnrollmentAction
    return {
      resource: webinarEnrollmentResource,
      name: name.replace(' To ', ' to '),
      value: name.charAt(0).toLowerCase() + name.slice(1).replaceAll(' ', ''),
      action: actions[action],
      description: `${actions[action]}. Those of all items go in one call per webinar.`,
      properties: [webinarLocator, enrollmentIdProperty, optionsProperty(waitOption)],
      keyOf: ({ parameter }) => parameter('enrollmentId') && keyFrom(parameter, webinarLocator),
      run: (calls) => review(action, calls),
    }
  })

/**
 * Each action sets the status of the same number. WeCom counts what it handled and does not say which: then
 * the list is read, which may fail without harm to what is done by now.
 */
async function review(action: EnrollmentAction, calls: OperationCall[]): Promise<object[][]> {
  const [{ wecom, options, parameter, once, notice }] = calls as [OperationCall]
  const { meetingid } = await webinarFrom(parameter, (key) =>
    once('data', key, () => wecom.webinars.get(key, options)),
  )
  const ids = calls.map((call) => call.parameter('enrollmentId') as string)
  const { list, review } = wecom.webinars.enrollments
  const counts = await review({ meetingid, enroll_id_list: ids, action }, options)
  const { handled_count, unhandled_count } = counts
  let enrollments: Enrollment[] | undefined = ids.map((enroll_id) => ({
    enroll_id,
    status: action,
  }))
  if (unhandled_count > 0) {
    notice(
      `WeCom handled ${handled_count} of the ${handled_count + unhandled_count} enrollments of webinar ${meetingid}; "handled" of each item says which.`,
    )
    enrollments = await list({ meetingid }, options)
      .toArray()
      .catch(() => undefined)
  }
  const statuses = new Map(enrollments?.map((one) => [one.enroll_id, wholeNumberIn(one.status)]))
  return ids.map((enroll_id) => {
    const status = statuses.get(enroll_id)
    const fields = simplified('Enrollment', { enroll_id, status }, ['enroll_id', 'status'])
    return [{ meetingid, ...fields, handled: enrollments ? status === action : null, ...counts }]
  })
}

type Enrollment = Pick<ListedEnrollment, 'enroll_id' | 'status'>
