import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow'
import { webinarId } from '../WeComMeeting/operations/webinar.ts'
import { enrollmentForm } from '../WeComMeeting/output/enrollmentProperties.ts'
import { withIsoTimes } from '../WeComMeeting/output/isoTimes.ts'
import { askOnce } from '../WeComMeeting/run/askOnce.ts'
import { clientWith, type WeComMeetingApiCredential } from '../WeComMeeting/transport/clientWith.ts'
import type { EnrollmentEvent, Watch } from './enrollmentEvents.ts'
import { manualEvent } from './manualEvent.ts'
import { pollEnrollments } from './pollEnrollments.ts'
import { presentEvents } from './presentEvents.ts'
import { isRecord, restoreState, type StoredState, storeState } from './state.ts'

/** For an n8n that does not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 4 * 60_000

interface Options {
  deliverExisting?: boolean
  isoTimes?: boolean
}

/**
 * One poll: the events since the last one, or null where there are none.
 *
 * n8n keeps what a poll stores even if the poll fails. So the state is stored last, after everything
 * that can throw.
 */
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
  const form = enrollmentForm(parameter('simplify') === true, options)
  const present = (events: EnrollmentEvent[], known: EnrollmentEvent['enrollment'][]) => {
    const rows = presentEvents(events, meetingid, form, known)
    const output = options.isoTimes ? withIsoTimes(rows, timeZoneOf(context)) : rows
    return output.map((json) => ({ json: json as IDataObject }))
  }
  if (context.getMode() === 'manual') {
    const event = await manualEvent(wecom, meetingid, watch)
    return [present([event], [event.enrollment])]
  }

  const stored = storedState(context)
  const statusesBefore = stored.statuses
  const { state, isDamaged } = restoreState(stored, meetingid, options.deliverExisting === true)
  const until = Date.now() + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS)
  const found = await pollEnrollments({ wecom, watch, state, until, now: Date.now })
  // Another poll has ended meanwhile, so these may be older than what it found: the next one tells.
  if (stored.statuses !== statusesBefore) return null

  const items = found.events.length > 0 ? present(found.events, found.enrollments) : []
  if (isDamaged) context.logger.warn(damagedState(context))
  if (found.withoutId > 0) context.logger.warn(withoutId(found.withoutId, meetingid))
  storeState(stored, found.state)
  return items.length > 0 ? [items] : null
}

/** States of triggers in whose place n8n holds what nothing can be stored in, such as null. */
const statesInMemory = new Map<string, StoredState>()

function storedState(context: IPollFunctions): StoredState {
  const stored: unknown = context.getWorkflowStaticData('node')
  if (isRecord(stored)) return stored
  const key = JSON.stringify([context.getWorkflow().id, context.getNode().id])
  // A meeting ID that cannot be read: the state counts as damaged.
  const inMemory = statesInMemory.get(key) ?? ({ meetingid: null } as object)
  statesInMemory.set(key, inMemory)
  return inMemory
}

function damagedState(context: IPollFunctions): string {
  const remedy = isRecord(context.getWorkflowStaticData('node'))
    ? ''
    : ', and rename the node, as n8n can store nothing in the place of what is there'
  return `The stored state of the node "${context.getNode().name}" could not be read, so everybody who has enrolled by now counts as known: check the enrollments since its last execution by hand${remedy}.`
}

function withoutId(count: number, meetingid: string): string {
  return `Left out ${count} of the enrollments of webinar ${meetingid}, because WeCom sent them without an ID: nothing can tell whether they are new.`
}

/** The workflow's time zone, or UTC where the runtime does not know that one: the times stay right. */
function timeZoneOf(context: IPollFunctions): string {
  const timeZone = context.getTimezone()
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
    return timeZone
  } catch {
    context.logger.warn(
      `The workflow's time zone is ${JSON.stringify(timeZone)}, which is unknown: times are given in UTC until another one is chosen in the workflow's settings.`,
    )
    return 'UTC'
  }
}
