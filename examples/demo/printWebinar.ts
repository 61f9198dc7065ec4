import { AdmissionType, type Webinar, WebinarStatus } from '@wecom-meeting/client'
import { beijingTime, line, nameOf } from './printText.ts'

/** Prints a webinar. */
export function printWebinar(webinar: Webinar): void {
  line('title', webinar.title)
  line('sponsor', webinar.sponsor ?? '')
  line('starts', beijingTime(webinar.start_time))
  line('ends', beijingTime(webinar.end_time))
  line('status', nameOf(WebinarStatus, webinar.status ?? WebinarStatus.Invalid))
  line('admission', nameOf(AdmissionType, webinar.admission_type))
  line('hosts', webinar.hosts.map(({ userid }) => userid).join(', '))
  line('audience', webinar.audience_join_link)
}
