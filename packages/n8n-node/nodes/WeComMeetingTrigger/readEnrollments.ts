import type { CallOptions, Enrollment, WeComClient } from '@wecom-meeting/client/core'

/** What one poll has read. */
export interface Reading {
  /** Each enrollment once, as it was read last. */
  enrollments: Enrollment[]
  /** Where to go on; not there after the last page. */
  cursor?: string
}

/** Where a poll reads, from where, and until when. */
export interface ReadingPlan {
  wecom: WeComClient
  meetingid: string
  cursor?: string | undefined
  /** Milliseconds since 1970: no page is started after this. */
  until: number
  now: () => number
  options?: CallOptions
}

/**
 * Reads page after page while there is time. A failure on the way fails the whole reading: nothing
 * is known to have been seen then, and the next poll reads it again.
 */
export async function readEnrollments(plan: ReadingPlan): Promise<Reading> {
  const { wecom, meetingid, cursor, until, now, options } = plan
  const request = cursor ? { meetingid, cursor } : { meetingid }
  const byId = new Map<string, Enrollment>()
  for await (const page of wecom.webinars.enrollments.list(request, options).pages()) {
    // Somebody who enrolls or leaves meanwhile can push one of them onto the next page once more.
    for (const enrollment of page.enroll_list) byId.set(enrollment.enroll_id, enrollment)
    if (page.has_more && now() > until) {
      return { enrollments: [...byId.values()], cursor: page.next_cursor }
    }
  }
  return { enrollments: [...byId.values()] }
}
