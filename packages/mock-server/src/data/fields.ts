import type { components } from '../generated/openapi.ts'

type Schemas = components['schemas']

/** Fields that a later WeCom may answer and the spec does not have yet. */
type OtherFields = Record<string, unknown>

/**
 * Fields of a meeting, as `meeting/get_info` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98149
 */
export type MeetingFields = Partial<Schemas['Meeting']> & {
  /** Made up when left out. `get_info` is asked with it and does not answer it. */
  meetingid?: string
} & OtherFields

/**
 * Fields of a webinar, as `meeting/webinar/get` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98860
 */
export type WebinarFields = Partial<Schemas['Webinar']> & {
  /** How many people have enrolled, or who; `false` switches enrollment off. Default 0. */
  enrollments?: number | false | readonly EnrollmentFields[]
} & OtherFields

/**
 * Fields of an enrollment, as `webinar/enroll/list` answers them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export type EnrollmentFields = Partial<Schemas['Enrollment']> & OtherFields

/** A meeting as `get_info` answers it, with the `meetingid` that it is asked for by. */
export type Meeting = Schemas['Meeting'] & { meetingid: string }
/** A webinar as `webinar/get` answers it, with both of its ids. */
export type Webinar = Schemas['Webinar'] & { meetingid: string; meeting_code: string }
/** An enrollment as `webinar/enroll/list` answers it. */
export type Enrollment = Schemas['Enrollment']
