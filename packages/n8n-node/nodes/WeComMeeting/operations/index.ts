import { meetingGet } from './meetingGet.ts'
import { meetingGetAttendees } from './meetingGetAttendees.ts'
import type { Operation } from './operation.ts'
import { webinarEnrollmentGetAll } from './webinarEnrollmentGetAll.ts'
import { webinarGet } from './webinarGet.ts'

/** Everything that the node can do, in the order in which the editor lists it. */
export const operations: Operation[] = [
  meetingGet,
  meetingGetAttendees,
  webinarGet,
  webinarEnrollmentGetAll,
]
