import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow'
import { type Credential, clientFor } from '../shared/client.ts'
import { webinarFrom } from '../shared/locators.ts'
import { outputFormatFrom } from '../shared/output.ts'
import type { Parameter } from '../shared/parameters.ts'
import { versionOf } from '../shared/versions.ts'
import {
  type EventsFound,
  pollEnrollments,
  readEnrollments,
  type Watch,
} from './enrollmentEvents.ts'
import { isRecord, restoreState, type StoredState, storeState } from './state.ts'
import { testEvent } from './testEvent.ts'

/** For an n8n that does not say how long a poll may take. */
const DEFAULT_BUDGET_MS = 4 * 60_000

/**
 * One poll: the events since the last one, or null where there are none.
 *
 * n8n keeps what a poll stores even if the poll fails. So the state is stored last, after everything
 * that can throw.
 */
export async function poll(
  context: IPollFunctions,
  parameter: Parameter,
): Promise<INodeExecutionData[][] | null> {
  const node = context.getNode()
  const version = versionOf(node)
  const credential = await context.getCredentials<Credential>('weComMeetingApi')
  const wecom = clientFor(credential, context.helpers.httpRequest)
  const { deliverExisting = false } = parameter('options') as { deliverExisting?: boolean }
  const format = outputFormatFrom(parameter, node, context.getTimezone())
  const event = parameter('event') as Watch['event']
  // Hidden, and without a value, where only new enrollments are watched.
  const toStatus = event === 'created' ? 0 : (parameter('toStatus') as number)
  const watch: Watch = { event, toStatus, narrowsNewcomers: !version.isFirst }
  const { meetingid, findTitle } = await webinarFrom(parameter, (key) => wecom.webinars.get(key))
  const toItems = async ({ events, enrollments }: EventsFound): Promise<INodeExecutionData[]> => {
    const title = events.length > 0 && !version.isFirst ? await findTitle() : null
    const rows = version.eventRows(events, { meetingid, title }, format, enrollments)
    return rows.map((json) => ({ json: json as IDataObject }))
  }

  // Not by the clock, which may be set meanwhile.
  const until = performance.now() + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS)
  if (context.getMode() === 'manual') {
    const { enrollments } = await readEnrollments(wecom, meetingid, until)
    return [await toItems(testEvent([...enrollments.values()], watch))]
  }

  const stored = storedState(context)
  const statusesBefore = stored.statuses
  const { state, isDamaged } = restoreState(stored, meetingid, deliverExisting)
  const found = await pollEnrollments(wecom, watch, state, until)
  const items = await toItems(found)
  // Another poll has ended meanwhile, and may have read later than this one: the next one decides.
  if (stored.statuses !== statusesBefore) return null

  if (isDamaged) context.logger.warn(damagedState(context))
  if (found.withoutId > 0) context.logger.warn(describeSkipped(found.withoutId, meetingid))
  storeState(stored, found.state)
  return items.length > 0 ? [items] : null
}

/** States of triggers for which n8n holds something that cannot be written to, such as null. */
const statesInMemory = new Map<string, StoredState>()

function storedState(context: IPollFunctions): StoredState {
  const stored: unknown = context.getWorkflowStaticData('node')
  if (isRecord(stored)) return stored
  const key = JSON.stringify([context.getWorkflow().id, context.getNode().id])
  // An invalid meeting ID: the state counts as damaged.
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

function describeSkipped(count: number, meetingid: string): string {
  return `Skipped ${count} of the enrollments of webinar ${meetingid}, because WeCom sent them without an ID: whether they are new is unknown.`
}
