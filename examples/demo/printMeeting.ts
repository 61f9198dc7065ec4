import { AttendanceStatus, type Meeting, MeetingStatus, MeetingType } from '@wecom-meeting/client'
import { printTable } from './printTable.ts'
import { beijingTime, line, nameOf } from './printText.ts'

/** Prints a meeting and who attended it. */
export function printMeeting(meeting: Meeting): void {
  line('title', meeting.title)
  line('code', meeting.meeting_code)
  line('starts', `${beijingTime(meeting.meeting_start)}, ${meeting.meeting_duration / 60} minutes`)
  line('status', nameOf(MeetingStatus, meeting.status))
  line(
    'type',
    `${nameOf(MeetingType, meeting.meeting_type)}, ${meeting.sub_meetings.length} sub-meetings`,
  )
  const { member, tmp_external_user } = meeting.attendees
  line('attendees', `${member.length} members, ${tmp_external_user.length} from outside`)
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
