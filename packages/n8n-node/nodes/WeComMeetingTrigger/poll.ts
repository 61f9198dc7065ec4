import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow'
import { webinarId } from '../WeComMeeting/operations/webinar.ts'
import { enrollmentForm } from '../WeComMeeting/output/enrollmentProperties.ts'
import { withIsoTimes } from '../WeComMeeting/output/isoTimes.ts'
import { askOnce } from '../WeComMeeting/run/askOnce.ts'
import { clientWith, type WeComMeetingApiCredential } from '../WeComMeeting/transport/clientWith.ts'
import type { Watch } from './enrollmentEvents.ts'
import { manualEvent } from './manualEvent.ts'
import { pollEnrollments } from './pollEnrollments.ts'
import { presentEvents } from './presentEvents.ts'
import type { StoredState } from './state/WatchState.ts'

/** For an n8n that does not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 4 * 60_000

interface Options {
  deliverExisting?: boolean
  isoTimes?: boolean
}

/** One poll: the events since the last one, or null where there are none. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  const credential = await context.getCredentials<WeComMeetingApiCredential>('weComMeetingApi')
  const wecom = clientWith(credential, context.helpers.httpRequest)
  const parameter = (name: string) => context.getNodeParameter(name, null)
  const options = (parameter('options') ?? {}) as Options
  const meetingid = await webinarId({ wecom, options: {}, once: askOnce(), parameter })
  const watch: Watch = {
    event: parameter('event') as Watch['event'],
    toStatus: Number(parameter('toStatus') ?? 0),
  }

  const { events, known } =
    context.getMode() === 'manual'
      ? { events: [await manualEvent(wecom, meetingid, watch)], known: undefined }
      : await pollEnrollments({
          wecom,
          meetingid,
          watch,
          deliverExisting: options.deliverExisting === true,
          stored: context.getWorkflowStaticData('node') as StoredState,
          budget: context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS,
          now: Date.now,
        }).then(({ events, reading }) => ({ events, known: reading.enrollments }))
  if (events.length === 0) return null

  const form = enrollmentForm(parameter('simplify') === true, options)
  const rows = presentEvents(
    events,
    meetingid,
    form,
    known ?? events.map(({ enrollment }) => enrollment),
  )
  const output = options.isoTimes ? withIsoTimes(rows, context.getTimezone()) : rows
  return [output.map((json) => ({ json: json as IDataObject }))]
}
