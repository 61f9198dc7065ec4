import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow'
import { checkedParameters } from '../shared/parameters.ts'
import { webinarId } from '../WeComMeeting/operations/webinar.ts'
import { outputChoice } from '../WeComMeeting/output/outputChoice.ts'
import { askOnce } from '../WeComMeeting/run/askOnce.ts'
import { clientWith } from '../WeComMeeting/transport/clientWith.ts'
import type { WeComMeetingApiCredential } from '../WeComMeeting/transport/credential.ts'
import type { Watch } from './enrollmentEvents.ts'
import { manualEvent } from './manualEvent.ts'
import { pollEnrollments } from './pollEnrollments.ts'
import { presentEvents } from './presentEvents.ts'
import { triggerProperties } from './properties.ts'
import type { StoredState } from './state/WatchState.ts'

/** For an n8n that does not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 4 * 60_000

/** One poll: the events since the last one, or null where there are none. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  const credential = await context.getCredentials<WeComMeetingApiCredential>('weComMeetingApi')
  const wecom = clientWith(credential, context.helpers.httpRequest)
  const parameter = checkedParameters(triggerProperties, (name) =>
    context.getNodeParameter(name, null),
  )
  const { deliverExisting = false } = parameter('options') as { deliverExisting?: boolean }
  const form = outputChoice({ parameter, timeZone: context.getTimezone() })
  const event = parameter('event') as Watch['event']
  // Hidden, and without a value, where only new enrollments are watched.
  const toStatus = event === 'created' ? 0 : (parameter('toStatus') as number)
  const watch: Watch = { event, toStatus }
  const meetingid = await webinarId({ wecom, options: {}, once: askOnce(), parameter })

  const { events, known } =
    context.getMode() === 'manual'
      ? { events: [await manualEvent(wecom, meetingid, watch)], known: undefined }
      : await pollEnrollments({
          wecom,
          meetingid,
          watch,
          deliverExisting,
          stored: context.getWorkflowStaticData('node') as StoredState,
          budget: context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS,
          now: Date.now,
        }).then(({ events, reading }) => ({ events, known: reading.enrollments }))
  if (events.length === 0) return null

  const rows = presentEvents(
    events,
    meetingid,
    form,
    known ?? events.map(({ enrollment }) => enrollment),
  )
  return [rows.map((json) => ({ json: json as IDataObject }))]
}
