import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow'
import { checkedParameters } from '../shared/parameters.ts'
import { webinarId } from '../WeComMeeting/operations/webinar.ts'
import { outputChoice } from '../WeComMeeting/output/outputChoice.ts'
import { askOnce } from '../WeComMeeting/run/askOnce.ts'
import { clientWith } from '../WeComMeeting/transport/clientWith.ts'
import type { WeComMeetingApiCredential } from '../WeComMeeting/transport/credential.ts'
import type { EnrollmentEvent, Watch } from './enrollmentEvents.ts'
import { manualEvent } from './manualEvent.ts'
import { pollEnrollments } from './pollEnrollments.ts'
import { presentEvents } from './presentEvents.ts'
import { triggerProperties } from './properties.ts'
import { isRecord, restoreState, type StoredState, storeState } from './state.ts'

/** For an n8n that does not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 4 * 60_000

/**
 * One poll: the events since the last one, or null where there are none.
 *
 * n8n keeps what a poll stores even if the poll fails. So the state is stored last, after everything
 * that can throw.
 */
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
  const itemsOf = (events: EnrollmentEvent[], known: EnrollmentEvent['enrollment'][]) =>
    presentEvents(events, meetingid, form, known).map((json) => ({ json: json as IDataObject }))

  if (context.getMode() === 'manual') {
    const event = await manualEvent(wecom, meetingid, watch)
    return [itemsOf([event], [event.enrollment])]
  }

  const stored = storedState(context)
  const statusesBefore = stored.statuses
  const { state, isDamaged } = restoreState(stored, meetingid, deliverExisting)
  const until = Date.now() + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS)
  const found = await pollEnrollments({ wecom, watch, state, until, now: Date.now })
  // Another poll has ended meanwhile, and may have read later than this one: the next one decides.
  if (stored.statuses !== statusesBefore) return null

  const items = found.events.length > 0 ? itemsOf(found.events, found.enrollments) : []
  if (isDamaged) context.logger.warn(damagedState(context))
  if (found.withoutId > 0) context.logger.warn(withoutId(found.withoutId, meetingid))
  storeState(stored, found.state)
  return items.length > 0 ? [items] : null
}

/** States of triggers for which n8n holds something that cannot be written to, such as null. */
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
  const isWritable = isRecord(context.getWorkflowStaticData('node'))
  const remedy = isWritable
    ? ''
    : ', and rename the node, because n8n cannot replace what it stored'
  return `The stored state of the node "${context.getNode().name}" could not be read, so everybody who has enrolled by now counts as known: check the enrollments since its last execution by hand${remedy}.`
}

function withoutId(count: number, meetingid: string): string {
  return `Left out ${count} of the enrollments of webinar ${meetingid}, because WeCom sent them without an ID: nothing can tell whether they are new.`
}
