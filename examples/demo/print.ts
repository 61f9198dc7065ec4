import { styleText } from 'node:util'
import {
  AdmissionType,
  AttendanceStatus,
  type Enrollment,
  type EnrollmentList,
  EnrollmentStatus,
  type Meeting,
  MeetingStatus,
  MeetingType,
  type Webinar,
  WebinarStatus,
  WeComApiError,
} from '@wecom-meeting/client'
import { Table } from 'console-table-printer'

/** Prints what the following lines come from. */
export function printHeading(text: string): void {
  console.log(`\n${styleText('bold', text)}`)
}

/** Prints a meeting and who attended it. */
export function printMeeting(meeting: Meeting): void {
  printLine('title', meeting.title)
  printLine('code', meeting.meeting_code)
  const minutes = meeting.meeting_duration / 60
  printLine('starts', `${beijingTime(meeting.meeting_start)}, ${minutes} minutes`)
  printLine('status', nameOf(MeetingStatus, meeting.status))
  const type = nameOf(MeetingType, meeting.meeting_type)
  printLine('type', `${type}, ${meeting.sub_meetings.length} sub-meetings`)
  const { member, tmp_external_user } = meeting.attendees
  printLine('attendees', `${member.length} members, ${tmp_external_user.length} from outside`)
  const people = [
    ...member.map((person) => ({ who: person.userid, ...person })),
    ...tmp_external_user.map((person) => ({ who: person.tmp_external_userid, ...person })),
  ]
  printTable(
    people.map(({ who, status, total_join_count, cumulative_time }) => ({
      who,
      status: nameOf(AttendanceStatus, status),
      joined: total_join_count,
      minutes: Math.round(cumulative_time / 60),
    })),
  )
}

/** Prints a webinar. */
export function printWebinar(webinar: Webinar): void {
  printLine('title', webinar.title)
  printLine('sponsor', webinar.sponsor ?? '')
  printLine('starts', beijingTime(webinar.start_time))
  printLine('ends', beijingTime(webinar.end_time))
  printLine('status', nameOf(WebinarStatus, webinar.status ?? WebinarStatus.Invalid))
  printLine('admission', nameOf(AdmissionType, webinar.admission_type))
  printLine('hosts', webinar.hosts.map(({ userid }) => userid).join(', '))
  printLine('audience', webinar.audience_join_link)
}

/** Prints page after page, the first people of each. */
export async function printEnrollments(list: EnrollmentList): Promise<void> {
  let total = 0
  const byStatus: Record<string, number> = {}
  for await (const { enroll_list } of list.pages()) {
    console.log(`  page of ${enroll_list.length}, beginning with`)
    printPeople(enroll_list.slice(0, 3))
    total += enroll_list.length
    for (const { status } of enroll_list) {
      const name = nameOf(EnrollmentStatus, status)
      byStatus[name] = (byStatus[name] ?? 0) + 1
    }
  }
  const counts = Object.entries(byStatus).map(([name, count]) => `${count} ${name}`)
  printLine('enrolled', `${total}: ${counts.join(', ')}`)
}

/** Prints why a call was refused and what to do about it. */
export function printRefusal(error: unknown): void {
  if (!(error instanceof WeComApiError)) throw error
  printLine('class', error.name)
  printLine('message', error.message)
  printLine('fix', error.fix)
  printLine('look it up', error.helpUrl)
}

function printPeople(enrollments: Enrollment[]): void {
  printTable(
    enrollments.map(({ nick_name, enroll_time, status, answer_list }) => ({
      nick_name,
      enroll_time,
      status: nameOf(EnrollmentStatus, status),
      'last answer': answer_list.at(-1)?.answer_content.join('、') ?? '',
    })),
  )
}

/** Prints a name and what belongs to it. */
export function printLine(name: string, value: string | number): void {
  console.log(`  ${styleText('dim', name.padEnd(12))} ${value}`)
}

function printTable(rows: Record<string, string | number>[]): void {
  const columns = Object.entries(rows[0] ?? {}).map(([name, value]) => ({
    name,
    alignment: typeof value === 'number' ? ('right' as const) : ('left' as const),
  }))
  const table = new Table({ columns, shouldDisableColors: true })
  table.addRows(rows)
  table.printTable()
}

/** A point in time given in seconds, as WeCom's people read it: in UTC+8. */
function beijingTime(seconds: number | string): string {
  return new Date(Number(seconds) * 1000).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/** The name of a coded value, or the value itself where WeCom has added one. */
function nameOf(names: Readonly<Record<string, number | string>>, value: number | string): string {
  return Object.entries(names).find(([, coded]) => coded === value)?.[0] ?? String(value)
}
