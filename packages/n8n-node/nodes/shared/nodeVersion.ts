import type { GetMeetingRequest, Meeting, Webinar } from '@wecom-meeting/client/host'

/** How the user wants the output. */
export interface OutputFormat {
  simplify: boolean
  /** The response as WeCom sent it, no contradiction resolved. */
  raw: boolean
  /**
   * Copies a value, with the times in WeCom's fields as the user wants them and, where a schema is given, the
   * name of each code.
   */
  times: <Value>(value: Value, schema?: string) => Value
  /** The answers to an enrollment form. */
  answers: 'columns' | 'numbered' | 'list' | 'none'
  /** Several answers to one question, in their column. */
  severalAnswers: 'joined' | 'list'
}

/** The webinar that enrollments belong to. */
export interface WebinarOfRows {
  meetingid: string
  title: string | null
}

/** Something that happened to an enrollment. */
export interface EnrollmentEvent {
  event: 'created' | 'statusChanged'
  enrollment: object
  /** Missing where the enrollment was read for the first time. */
  previousStatus?: number
}

/** What differs from one version of the nodes to another: the form of their items, and some defaults. */
export interface NodeVersion {
  /** Whether simplified output has times as ISO 8601, whatever the options say. */
  simplifiesTimes: boolean
  /** Whether rows have the webinar's title, and its form's columns whoever is in them, which takes calls. */
  completesRows: boolean
  /** Whether a model is given people's answers only if the options say so. */
  isLeanAsTool: boolean
  /** Whether an error that does not end the execution comes with the fields of its input item. */
  keepsInputBesideError: boolean
  /** Whether To Status holds for new enrollments as well. */
  narrowsNewcomers: boolean
  meetingItem(meeting: Meeting, asked: GetMeetingRequest, format: OutputFormat): object
  webinarItem(webinar: Webinar, format: OutputFormat): object
  attendeeRows(meeting: Meeting, asked: GetMeetingRequest, format: OutputFormat): object[]
  /** @param known Every enrollment that was read. */
  enrollmentRows(
    enrollments: readonly object[],
    webinar: WebinarOfRows,
    format: OutputFormat,
    known: readonly object[],
  ): object[]
  eventRows(
    events: readonly EnrollmentEvent[],
    webinar: WebinarOfRows,
    format: OutputFormat,
    known: readonly object[],
  ): object[]
}
