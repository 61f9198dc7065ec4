import type { Meeting, Webinar } from '@wecom-meeting/client/host'
import { type Question, questionsIn } from './enrollments.ts'
import { copyOf, hostIds, nameChooser, nameOfCode, without, withoutNames } from './fields.ts'
import { attendeesIn } from './meetings.ts'
import type { EnrollmentEvent, NodeVersion, OutputFormat, WebinarOfRows } from './nodeVersion.ts'

/** What the node did in its first version, for workflows that were made with it. */
export const version1: NodeVersion = {
  simplifiesTimes: false,
  completesRows: false,
  isLeanAsTool: false,
  keepsInputBesideError: false,
  narrowsNewcomers: false,
  meetingItem: (meeting, _asked, { simplify, times }) =>
    times(simplify ? simplifiedMeeting(meeting) : meeting),
  webinarItem: (webinar, { simplify, times }) =>
    times(simplify ? simplifiedWebinar(webinar) : webinar),
  attendeeRows: (meeting, _asked, { times }) =>
    attendeesIn(meeting).map(({ group, schema, attendee }) =>
      times({ attendee_type: group, ...present(schema, attendee, Object.keys(attendee)) }),
    ),
  enrollmentRows: (enrollments, _webinar, format) =>
    presentEnrollments(enrollments, format, enrollments, []),
  eventRows,
}

/** The fields that the response has, each code followed by its name. */
function present(schema: string, data: object, fields: readonly string[]): object {
  const held = new Map(Object.entries(data))
  const entries = fields.map((field) => [field, held.get(field)])
  const own = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  const named: { status_name?: string } = copyOf(own, schema)
  const isRenamed = schema === 'Webinar' && named.status_name === 'Not Started'
  return isRenamed ? { ...named, status_name: 'Init' } : named
}

function simplifiedMeeting(meeting: Meeting): object {
  const fields =
    'title meeting_code status meeting_type meeting_start meeting_duration description location meeting_link admin_userid current_sub_meetingid'
  return {
    ...present('Meeting', meeting, fields.split(' ')),
    hosts: hostIds(meeting.settings?.hosts),
  }
}

function simplifiedWebinar(webinar: Webinar): object {
  const fields =
    'meetingid title meeting_code status sponsor start_time end_time admission_type description audience_join_link guest_join_link playback_url'
  return { ...present('Webinar', webinar, fields.split(' ')), hosts: hostIds(webinar.hosts) }
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

const enrollmentFields =
  'enroll_id nick_name status enroll_time enroll_source_type userid enroll_code value'

function presentEnrollments(
  enrollments: readonly object[],
  { simplify, times, answers, severalAnswers }: OutputFormat,
  known: readonly object[],
  taken: readonly string[],
): object[] {
  const fieldsOf = (enrollment: object): object => {
    const fields = without(['answer_list'], enrollment)
    const shown = simplify ? present('Enrollment', fields, enrollmentFields.split(' ')) : fields
    return withoutNames(taken, shown)
  }
  if (answers === 'list') {
    return enrollments.map((enrollment) => {
      const { answer_list: list } = enrollment as { answer_list?: unknown }
      return { ...times(fieldsOf(enrollment)), answer_list: copyOf(list ?? []) }
    })
  }
  if (answers === 'none') return enrollments.map((enrollment) => times(fieldsOf(enrollment)))
  const fieldNames = new Set([...taken, ...known.map(fieldsOf).flatMap(Object.keys)])
  const columns = columnsFor(known.flatMap(questionsOf), fieldNames)
  return enrollments.map((enrollment) => {
    const cells = questionsOf(enrollment).map(({ key, answers: texts }) => [
      columns.get(key),
      severalAnswers === 'list' && texts.length > 1 ? [...texts] : texts.join(', '),
    ])
    return { ...times(fieldsOf(enrollment)), ...Object.fromEntries(cells) }
  })
}

/** A question and its place among those of the same title and number. */
type Placed = Question & { key: string; occurrence: number }

function questionsOf(enrollment: object): Placed[] {
  const occurrences = new Map<string, number>()
  return questionsIn(enrollment).map((question) => {
    const name = JSON.stringify([question.title, question.number])
    const occurrence = (occurrences.get(name) ?? 0) + 1
    occurrences.set(name, occurrence)
    return { ...question, key: `${name}${occurrence}`, occurrence }
  })
}

/**
 * Names the column of each question by its title and, where two of those that were read have one title
 * or a field has it, its number.
 *
 * @returns Key of the question → name of the column.
 */
function columnsFor(all: readonly Placed[], fieldNames: Set<string>): Map<string, string> {
  const questions = [...new Map(all.map((question) => [question.key, question])).values()]
  const byTitle = Map.groupBy(questions, ({ title }) => title)
  const isPlain = ({ title }: Question) =>
    title !== '' && byTitle.get(title)?.length === 1 && !fieldNames.has(title)
  const wanted = (question: Question) => {
    const { title, number } = question
    if (isPlain(question) || number === '') return title || 'Question'
    return title === '' ? `Question ${number}` : `${title} (${number})`
  }
  const pad = (count: number) => String(count).padStart(9, '0')
  const chooseName = nameChooser(new Set(fieldNames))
  const position = (question: Placed) => {
    const { number, title, occurrence } = question
    return [!isPlain(question), pad(number.length), number, title, pad(occurrence)].join('\0')
  }
  const inOrder = questions
    .map((question) => ({ question, at: position(question) }))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at))
  return new Map(inOrder.map(({ question }) => [question.key, chooseName(wanted(question))]))
}
