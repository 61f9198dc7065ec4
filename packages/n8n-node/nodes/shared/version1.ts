import type { Meeting, Webinar } from '@wecom-meeting/client/host'
import {
  type EnrollmentEvent,
  nameOf,
  placeOf,
  type Question,
  questionsIn,
  type WebinarOfRows,
} from './enrollments.ts'
import { copyOf, hostIds, nameChooser, nameOfCode, omitFields, renameTaken } from './fields.ts'
import { attendeesIn } from './meetings.ts'
import type { OutputFormat } from './output.ts'

/** What the node did in its first version, for workflows that were made with it. */
export const version1 = {
  isFirst: true,
  meetingItem,
  webinarItem,
  attendeeRows,
  enrollmentRows,
  eventRows,
}

function meetingItem(meeting: Meeting, _asked: object, format: OutputFormat): object {
  return itemOf('Meeting', meeting, meeting.settings?.hosts, format)
}

function webinarItem(webinar: Webinar, format: OutputFormat): object {
  return itemOf('Webinar', webinar, webinar.hosts, format)
}

function attendeeRows(meeting: Meeting, _asked: object, { times }: OutputFormat): object[] {
  return attendeesIn(meeting).map(({ group, schema, attendee }) =>
    times({ attendee_type: group, ...present(schema, attendee) }),
  )
}

function enrollmentRows(
  enrollments: readonly object[],
  _webinar: object,
  format: OutputFormat,
): object[] {
  return presentEnrollments(enrollments, format, enrollments, [])
}

/** The fields with Simplify, by schema. */
const simplifiedFields: Record<string, string> = {
  Meeting:
    'title meeting_code status meeting_type meeting_start meeting_duration description location meeting_link admin_userid current_sub_meetingid',
  Webinar:
    'meetingid title meeting_code status sponsor start_time end_time admission_type description audience_join_link guest_join_link playback_url',
  Enrollment: 'enroll_id nick_name status enroll_time enroll_source_type userid enroll_code value',
}

/** Of the fields above those that the response has, or all; each code is followed by its name. */
function present(schema: string, data: object): object {
  const held = new Map(Object.entries(data))
  const fields = simplifiedFields[schema]?.split(' ') ?? [...held.keys()]
  const entries = fields.map((field) => [field, held.get(field)])
  const own = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  const named: { status_name?: string } = copyOf(own, schema)
  const isRenamed = schema === 'Webinar' && named.status_name === 'Not Started'
  return isRenamed ? { ...named, status_name: 'Init' } : named
}

function itemOf(
  schema: string,
  data: object,
  hosts: unknown,
  { simplify, times }: OutputFormat,
): object {
  return times(simplify ? { ...present(schema, data), hosts: hostIds(hosts) } : data)
}

function eventRows(
  events: readonly EnrollmentEvent[],
  { meetingid }: WebinarOfRows,
  format: OutputFormat,
  known: readonly object[],
): object[] {
  const taken = ['event', 'meetingid', 'previous_status', 'previous_status_name']
  const enrollments = events.map(({ enrollment }) => enrollment)
  const rows = presentEnrollments(enrollments, format, known, taken)
  return events.map(({ event, previousStatus: previous_status }, index) => {
    const previous_status_name = nameOfCode('Enrollment', 'status', previous_status)
    const previous = previous_status === undefined ? {} : { previous_status, previous_status_name }
    return { event, meetingid, ...previous, ...rows[index] }
  })
}

function presentEnrollments(
  enrollments: readonly object[],
  { simplify, times, answers, severalAnswers }: OutputFormat,
  known: readonly object[],
  taken: readonly string[],
): object[] {
  const fieldsOf = (enrollment: object): object => {
    const fields = omitFields(['answer_list'], enrollment)
    const shown = simplify ? present('Enrollment', fields) : fields
    return renameTaken(taken, shown)
  }
  const fieldNames = [...taken, ...known.map(fieldsOf).flatMap(Object.keys)]
  const columns = columnsFor(known.flatMap(questionsOf), new Set(fieldNames))
  return enrollments.map((enrollment) => {
    const { answer_list: list } = enrollment as { answer_list?: unknown }
    const fields = times(fieldsOf(enrollment))
    if (answers === 'none') return fields
    if (answers === 'list') return { ...fields, answer_list: copyOf(list ?? []) }
    const cells = questionsOf(enrollment).map(({ key, answers: texts }) => [
      columns.get(key),
      severalAnswers === 'list' && texts.length > 1 ? texts : texts.join(', '),
    ])
    return { ...fields, ...Object.fromEntries(cells) }
  })
}

/** `key` is the same for one question in each enrollment, and sorts as the form does. */
type Placed = Question & { key: string }

function questionsOf(enrollment: object): Placed[] {
  const before = new Map<string, number>()
  return questionsIn(enrollment).map((question) => {
    const place = placeOf(question) + question.title
    const count = before.get(place) ?? 0
    before.set(place, count + 1)
    return { ...question, key: place + String(count).padStart(9, '0') }
  })
}

/**
 * Names the column of each question by its title and, where two of those that were read have one title
 * or a field has it, its number.
 *
 * @returns Key of the question → name of the column.
 */
function columnsFor(all: readonly Placed[], fieldNames: Set<string>): Map<string, string> {
  const byKey = new Map(all.map((question) => [question.key, question]))
  const byTitle = Map.groupBy(byKey.values(), ({ title }) => title)
  const isPlain = ({ title }: Question) =>
    title !== '' && byTitle.get(title)?.length === 1 && !fieldNames.has(title)
  const inOrder = [...byKey.keys()].sort().map((key) => byKey.get(key) as Placed)
  const chooseName = nameChooser(new Set(fieldNames))
  const names = [...inOrder.filter(isPlain), ...inOrder.filter((one) => !isPlain(one))].map(
    (question): [string, string] => [
      question.key,
      chooseName(nameOf(question, !isPlain(question))),
    ],
  )
  return new Map(names)
}
