import type { JsonObject } from '../json.ts'

/**
 * Fields of a meeting, as `meeting/get_info` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98149
 */
export interface MeetingFields {
  /** Made up when left out. `get_info` is asked with it and does not answer it. */
  meetingid?: string
  /** Nine digits, made up when left out. */
  meeting_code?: string
  /** At most 40 bytes. */
  title?: string
  [field: string]: unknown
}

/**
 * Fields of a webinar, as `meeting/webinar/get` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98860
 */
export interface WebinarFields {
  meetingid?: string
  meeting_code?: string
  title?: string
  /** How many people have enrolled, or who; `false` switches enrollment off. Default 0. */
  enrollments?: number | false | readonly EnrollmentFields[]
  [field: string]: unknown
}

/**
 * Fields of an enrollment, as `webinar/enroll/list` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export interface EnrollmentFields {
  /** 1 pending, 2 rejected, 3 approved. */
  status?: number
  nick_name?: string
  [field: string]: unknown
}

/** A meeting as `get_info` answers it, with the `meetingid` that it is asked for by. */
export type Meeting = JsonObject & { meetingid: string; meeting_code: string; title: string }
/** A webinar as `webinar/get` answers it, with both of its ids. */
export type Webinar = JsonObject & { meetingid: string; meeting_code: string }
/** An enrollment as `webinar/enroll/list` answers it. */
export type Enrollment = JsonObject & { enroll_id: string | number; status: number }
