/**
 * The rows of spec/CONTRADICTIONS.md on which a single answer can say something: by the name of a
 * field, its type, or its being there at all.
 */
export interface Contradiction {
  row: number
  operationId: string
  /** The field, from the answer's body down; lists on the way are gone through. */
  field: string
  /**
   * What it means that the field came with this type, with any (`present`), or did not come (`absent`:
   * only where that says something, for many fields come under conditions).
   */
  says: Readonly<Record<string, string>>
}

const sample = 'as in the sample'
const table = 'as in the table'

const listOrObject = { array: sample, object: table }

export const contradictions: readonly Contradiction[] = [
  webinar(1, 'title', { present: sample }),
  webinar(1, 'subject', { present: table }),
  webinar(2, 'media_setting.mute_enable_join', { present: sample }),
  webinar(2, 'media_setting.enable_enter_mute', { present: table }),
  meeting(3, 'settings.current_hosts', { present: sample }),
  meeting(3, 'settings.current_host', { present: table }),
  meeting(5, 'attendees', { array: table, object: sample }),
  meeting(6, 'attendees.member', listOrObject),
  meeting(7, 'attendees.tmp_external_user', listOrObject),
  meeting(8, 'guests', listOrObject),
  meeting(9, 'sub_meetings', listOrObject),
  meeting(10, 'settings.password', { string: sample, boolean: table }),
  webinar(11, 'display_number_of_attendees', { string: table, integer: sample }),
  enrollments(12, 'enroll_list.enroll_id', { string: table, integer: sample }),
  meeting(15, 'cal_id', { present: sample }),
  meeting(16, 'settings.need_password', { present: sample }),
  meeting(17, 'settings.enable_enter_mute_type', { present: sample }),
  webinar(18, 'meeting_code', { present: table, absent: sample }),
  webinar(19, 'status', { present: table, absent: sample }),
  webinar(20, 'errcode', { present: 'as on every other page', absent: 'as on its own page' }),
  webinar(21, 'enable_manual_check', { present: 'the field exists' }),
  meeting(22, 'meetingid', { present: 'as in the webinar', absent: 'as on its own page' }),
  webinar(26, 'admin_userid', { present: 'the field exists' }),
]

function meeting(row: number, field: string, says: Contradiction['says']): Contradiction {
  return { row, operationId: 'getMeeting', field, says }
}

function webinar(row: number, field: string, says: Contradiction['says']): Contradiction {
  return { row, operationId: 'getWebinar', field, says }
}

function enrollments(row: number, field: string, says: Contradiction['says']): Contradiction {
  return { row, operationId: 'listWebinarEnrollments', field, says }
}
