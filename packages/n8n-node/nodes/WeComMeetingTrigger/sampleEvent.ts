import {
  type Enrollment,
  EnrollmentStatus,
  toDate,
  type WeComClient,
} from '@wecom-meeting/client/host'
import type { EnrollmentEvent, Watch } from './enrollmentEvents.ts'
import { sampleEnrollment } from './generated/sampleEnrollment.ts'
import { statusIn } from './state.ts'

/** So that a test in the editor does not take long. */
const MAX_ENROLLMENTS = 1000

/**
 * What the editor shows for a test: the latest enrollment that fits the event, or a sample where
 * there is none. Nothing is remembered of it.
 */
export async function sampleEvent(
  wecom: WeComClient,
  meetingid: string,
  watch: Watch,
): Promise<EnrollmentEvent> {
  const list = wecom.webinars.enrollments.list({ meetingid })
  const enrollments = await list.toArray({ limit: MAX_ENROLLMENTS })
  const enrollment =
    enrollments
      .filter((one) => one.enroll_id.trim() !== '' && fits(one, watch))
      .sort((a, b) => timeOf(a) - timeOf(b))
      .at(-1) ?? sample(watch)
  if (watch.event !== 'statusChanged') return { event: 'created', enrollment }
  return { event: 'statusChanged', enrollment, previousStatus: EnrollmentStatus.Pending }
}

function fits(enrollment: Enrollment, { event, toStatus }: Watch): boolean {
  const status = statusIn(enrollment.status)
  if (event !== 'statusChanged') return true
  return toStatus === 0 ? status !== EnrollmentStatus.Pending : status === toStatus
}

/** In milliseconds since 1970; an invalid time counts as the oldest. */
function timeOf({ enroll_time }: Enrollment): number {
  try {
    return toDate(enroll_time).getTime()
  } catch {
    return 0
  }
}

function sample({ toStatus }: Watch): Enrollment {
  return toStatus === 0 ? sampleEnrollment : { ...sampleEnrollment, status: toStatus }
}
