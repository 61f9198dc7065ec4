import type { components } from '@wecom-meeting/spec/types'

type Schemas = components['schemas']

/** The one way in for fields that the spec does not have: nothing in it is checked by its name. */
interface Extra {
  /** Fields that a later WeCom may return and the spec does not have yet. */
  extra?: Record<string, unknown>
}

/**
 * Fields of a meeting, as `meeting/get_info` returns them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98149
 */
export type MeetingFields = Partial<Schemas['Meeting']> &
  Extra & {
    /** Made up when left out. `get_info` is asked with it and does not return it. */
    meetingid?: string
  }

/**
 * Fields of a webinar, as `meeting/webinar/get` returns them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98860
 */
export type WebinarFields = Partial<Schemas['Webinar']> &
  Extra & {
    /** How many people have enrolled, or who, up to 20000; `false` switches enrollment off. Default 0. */
    enrollments?: number | false | readonly EnrollmentFields[]
  }

/**
 * Fields of an enrollment, as `webinar/enroll/list` returns them; what is left out is made up.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export type EnrollmentFields = Partial<Schemas['Enrollment']> & Extra

/** A meeting as `get_info` returns it, with the `meetingid` that it is asked for by. */
export type MockMeeting = Schemas['Meeting'] & { meetingid: string }
/** A webinar as `webinar/get` returns it, with both of its ids. */
export type MockWebinar = Schemas['Webinar'] & { meetingid: string; meeting_code: string }
/** An enrollment as `webinar/enroll/list` returns it. */
export type MockEnrollment = Schemas['Enrollment']
