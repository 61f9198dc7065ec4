import type { EnrollmentAction, WeComClient } from '@wecom-meeting/client/host'
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
      keyOf: (call) => [keyFrom(call.parameter, webinarLocator), enrollmentIdFrom(call)][0],
      run: (calls) => review(action, calls),
    }
  })

function enrollmentIdFrom({ parameter }: OperationCall): string {
  return parameter('enrollmentId') as string
}

/** Each action sets the status of the same number. WeCom counts what it handled and does not say which. */
async function review(action: EnrollmentAction, calls: OperationCall[]): Promise<object[][]> {
  const [{ wecom, options, parameter, once, notice }] = calls as [OperationCall]
  const { meetingid } = await webinarFrom(parameter, (key) =>
    once('data', key, () => wecom.webinars.get(key, options)),
  )
  const ids = calls.map(enrollmentIdFrom)
  const request = { meetingid, enroll_id_list: ids, action }
  const counts = await wecom.webinars.enrollments.review(request, options)
  const { handled_count, unhandled_count } = counts
  const statuses =
    unhandled_count === 0
      ? new Map<string, number | undefined>(ids.map((id) => [id, action]))
      : await statusesOf(ids, wecom.webinars.enrollments.list({ meetingid }, options))
  if (unhandled_count > 0) {
    notice(
      `WeCom handled ${handled_count} of the ${handled_count + unhandled_count} enrollments of webinar ${meetingid}; "handled" of each item says which.`,
    )
  }
  return ids.map((enroll_id) => {
    const status = statuses?.get(enroll_id)
    const fields = simplified('Enrollment', { enroll_id, status }, ['enroll_id', 'status'])
    return [{ meetingid, ...fields, handled: statuses ? status === action : null, ...counts }]
  })
}

/**
 * The statuses of these enrollments, as far as the list has them. The review is done by now: where the list
 * cannot be read, nobody knows.
 */
async function statusesOf(
  ids: string[],
  list: ReturnType<WeComClient['webinars']['enrollments']['list']>,
): Promise<Map<string, number | undefined> | undefined> {
  const missing = new Set(ids)
  const statuses = new Map<string, number | undefined>()
  try {
    for await (const { enroll_id, status } of list) {
      if (missing.delete(enroll_id)) statuses.set(enroll_id, wholeNumberIn(status))
      if (missing.size === 0) break
    }
    return statuses
  } catch {
    return undefined
  }
}
