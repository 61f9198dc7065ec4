import type { INode } from 'n8n-workflow'
import {
  enrollmentRows,
  eventRows,
  nameOf,
  placeOf,
  type Question,
  questionsIn,
} from './enrollments.ts'
import { copyOf, hostIds, nameChooser, nameOfCode, omitFields, renameTaken } from './fields.ts'
import { attendeeRows, attendeesIn, meetingItem, webinarItem } from './meetings.ts'
import type { OutputFormat } from './output.ts'

/** The versions of both nodes: workflows keep the one that they were made with. */
export const nodeVersions = { version: [1, 2], defaultVersion: 2 }

/** What gives responses the form of items. */
const version2 = {
  /**
   * The first version gives no titles of webinars and no columns but those of the enrollments it gives,
   * narrows no newcomers by To Status, and keeps no fields of the input beside an error.
   */
  isFirst: false,
  meetingItem,
  webinarItem,
  attendeeRows,
  enrollmentRows,
  eventRows,
}

/** What differs from one version of the nodes to another: the form of their items, and some defaults. */
export type NodeVersion = typeof version2

const version1: NodeVersion = {
  isFirst: true,
  meetingItem: (meeting, _asked, format) =>
    itemOf('Meeting', meeting, meeting.settings?.hosts, format),
  webinarItem: (webinar, format) => itemOf('Webinar', webinar, webinar.hosts, format),
  attendeeRows: (meeting, _asked, { times }) =>
    attendeesIn(meeting).map(({ group, schema, attendee }) =>
      times({ attendee_type: group, ...present(schema, attendee) }),
    ),
  enrollmentRows: (enrollments, _webinar, format) =>
    presentEnrollments(enrollments, format, enrollments, []),
  eventRows: (events, { meetingid }, format, known) => {
    const taken = ['event', 'meetingid', 'previous_status', 'previous_status_name']
    const enrollments = events.map(({ enrollment }) => enrollment)
    const rows = presentEnrollments(enrollments, format, known, taken)
    return events.map(({ event, previousStatus: previous_status }, index) => {
      const previous_status_name = nameOfCode('Enrollment', 'status', previous_status)
      const isKnown = previous_status !== undefined
      const previous = isKnown ? { previous_status, previous_status_name } : {}
      return { event, meetingid, ...previous, ...rows[index] }
    })
  },
}

/** The version with which a node was added to its workflow. */
export function versionOf({ typeVersion }: INode): NodeVersion {
  return typeVersion === 1 ? version1 : version2
}

/** The fields that version 1 gives with Simplify, by schema. */
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
