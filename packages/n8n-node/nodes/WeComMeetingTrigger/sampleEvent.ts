import {
  type Enrollment,
  EnrollmentStatus,
  toDate,
  type WeComClient,
} from '@wecom-meeting/client/host'
import type { EnrollmentEvent, Watch } from './enrollmentEvents.ts'
import { sampleEnrollment } from './generated/sampleEnrollment.ts'
import { statusIn } from './state.ts'

/** So that a test in the editor does not take long: 1,000 enrollments. */
const MAX_PAGES = 20

/**
 * What the editor shows for a test: the latest enrollment that fits the event, or a sample where
 * there is none. Nothing is remembered of it.
 */
export async function sampleEvent(
  wecom: WeComClient,
  meetingid: string,
  watch: Watch,
): Promise<EnrollmentEvent> {
  const enrollment = (await findLatest(wecom, meetingid, watch)) ?? sample(watch)
  if (watch.event !== 'statusChanged') return { event: 'created', enrollment }
  return { event: 'statusChanged', enrollment, previousStatus: EnrollmentStatus.Pending }
}

async function findLatest(
  wecom: WeComClient,
  meetingid: string,
  { event, toStatus }: Watch,
): Promise<Enrollment | undefined> {
  let found: Enrollment | undefined
  let pages = 0
  for await (const { enroll_list } of wecom.webinars.enrollments.list({ meetingid }).pages()) {
    for (const enrollment of enroll_list) {
      if (!enrollment.enroll_id.trim()) continue
      const fits = event !== 'statusChanged' || hasChangedTo(statusIn(enrollment.status), toStatus)
      if (fits && (!found || timeOf(enrollment) >= timeOf(found))) found = enrollment
    }
    pages += 1
    if (pages === MAX_PAGES) break
  }
  return found
}

function hasChangedTo(status: number | undefined, toStatus: number): boolean {
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
