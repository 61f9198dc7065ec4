// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/** The meeting's status. */
export const MeetingStatus = {
  /** Not started. */
  NotStarted: 1,
  /** In progress. */
  InProgress: 2,
  /** Ended. */
  Ended: 3,
  /** Cancelled. */
  Cancelled: 4,
  /** Expired. */
  Expired: 5,
} as const

/** The meeting's status. WeCom may return other values. */
export type MeetingStatus = (typeof MeetingStatus)[keyof typeof MeetingStatus] | (number & {})

/** What kind of meeting it is. The page lists no 4. */
export const MeetingType = {
  /** One-time meeting. */
  OneTime: 0,
  /** Recurring meeting. */
  Recurring: 1,
  /** Meeting for WeChat users only. */
  WeChatOnly: 2,
  /** Screencast to a Rooms device. */
  RoomsScreencast: 3,
  /** Meeting with a personal meeting number. */
  PersonalNumber: 5,
  /** Webinar. */
  Webinar: 6,
} as const

/** What kind of meeting it is. The page lists no 4. WeCom may return other values. */
export type MeetingType = (typeof MeetingType)[keyof typeof MeetingType] | (number & {})

/** Whether there are more sub-meeting exceptions than are listed; of recurring meetings. */
export const HasMoreSubMeeting = {
  /** No more. */
  NoMore: 0,
  /** There are more. */
  More: 1,
} as const

/** Whether there are more sub-meeting exceptions than are listed; of recurring meetings. WeCom may return other values. */
export type HasMoreSubMeeting = (typeof HasMoreSubMeeting)[keyof typeof HasMoreSubMeeting] | (number & {})

/** Whether they attended. The sample also shows 3 and 4, which no page explains. */
export const AttendanceStatus = {
  /** Attended. */
  Attended: 1,
  /** Did not attend. */
  NotAttended: 2,
} as const

/** Whether they attended. The sample also shows 3 and 4, which no page explains. WeCom may return other values. */
export type AttendanceStatus = (typeof AttendanceStatus)[keyof typeof AttendanceStatus] | (number & {})

/** Whom the meeting rings when it starts. */
export const RemindScope = {
  /** Nobody. */
  Nobody: 1,
  /** The host only. */
  HostOnly: 2,
  /** All members. */
  AllMembers: 3,
  /** Chosen members. */
  ChosenMembers: 4,
} as const

/** Whom the meeting rings when it starts. WeCom may return other values. */
export type RemindScope = (typeof RemindScope)[keyof typeof RemindScope] | (number & {})

/** Whether members are muted as they join. */
export const MuteOnJoin = {
  /** Off. */
  Off: 0,
  /** On. */
  On: 1,
  /** On as soon as more than six people are in. */
  OnAboveSix: 2,
} as const

/** Whether members are muted as they join. WeCom may return other values. */
export type MuteOnJoin = (typeof MuteOnJoin)[keyof typeof MuteOnJoin] | (number & {})

/** What the watermark looks like. */
export const WatermarkType = {
  /** Single row. */
  SingleRow: 0,
  /** Multiple rows. */
  MultipleRows: 1,
} as const

/** What the watermark looks like. WeCom may return other values. */
export type WatermarkType = (typeof WatermarkType)[keyof typeof WatermarkType] | (number & {})

/** Automatic recording. */
export const AutoRecordType = {
  /** No automatic recording. */
  None: 'none',
  /** Automatic local recording once the host joins. */
  Local: 'local',
  /** Automatic cloud recording once the host joins. */
  Cloud: 'cloud',
} as const

/** Automatic recording. WeCom may return other values. */
export type AutoRecordType = (typeof AutoRecordType)[keyof typeof AutoRecordType] | (string & {})

/** Whether the meeting recurs. */
export const MeetingRecurrence = {
  /** Takes place once. */
  OneTime: 0,
  /** Recurs. */
  Recurring: 1,
} as const

/** Whether the meeting recurs. WeCom may return other values. */
export type MeetingRecurrence = (typeof MeetingRecurrence)[keyof typeof MeetingRecurrence] | (number & {})

/** How the meeting recurs. */
export const RepeatType = {
  /** Every day. */
  Daily: 0,
  /** Every week. */
  Weekly: 1,
  /** Every month. */
  Monthly: 2,
  /** On workdays. */
  Workdays: 7,
} as const

/** How the meeting recurs. WeCom may return other values. */
export type RepeatType = (typeof RepeatType)[keyof typeof RepeatType] | (number & {})

/** Whether the recurrence is a custom one. */
export const CustomRecurrence = {
  /** No. */
  Preset: 0,
  /** Yes. */
  Custom: 1,
} as const

/** Whether the recurrence is a custom one. WeCom may return other values. */
export type CustomRecurrence = (typeof CustomRecurrence)[keyof typeof CustomRecurrence] | (number & {})

/** A day of the week, 1 for Monday to 7 for Sunday. */
export const DayOfWeek = {
  /** Monday. */
  Monday: 1,
  /** Tuesday. */
  Tuesday: 2,
  /** Wednesday. */
  Wednesday: 3,
  /** Thursday. */
  Thursday: 4,
  /** Friday. */
  Friday: 5,
  /** Saturday. */
  Saturday: 6,
  /** Sunday. */
  Sunday: 7,
} as const

/** A day of the week, 1 for Monday to 7 for Sunday. WeCom may return other values. */
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek] | (number & {})

/** What ends the recurrence. */
export const RepeatUntilType = {
  /** Ends on a date. */
  Date: 0,
  /** Ends after a number of times. */
  Count: 1,
} as const

/** What ends the recurrence. WeCom may return other values. */
export type RepeatUntilType = (typeof RepeatUntilType)[keyof typeof RepeatUntilType] | (number & {})

/** How long before the start a reminder is sent, in seconds. */
export const RemindBefore = {
  /** As the meeting starts. */
  AtStart: 0,
  /** 5 minutes before. */
  FiveMinutes: 300,
  /** 15 minutes before. */
  FifteenMinutes: 900,
  /** An hour before. */
  OneHour: 3600,
  /** A day before. */
  OneDay: 86400,
} as const

/** How long before the start a reminder is sent, in seconds. WeCom may return other values. */
export type RemindBefore = (typeof RemindBefore)[keyof typeof RemindBefore] | (number & {})

/** Whether the sub-meeting still exists. */
export const SubMeetingStatus = {
  /** Exists, the default. */
  Existing: 0,
  /** Deleted. */
  Deleted: 1,
} as const

/** Whether the sub-meeting still exists. WeCom may return other values. */
export type SubMeetingStatus = (typeof SubMeetingStatus)[keyof typeof SubMeetingStatus] | (number & {})

/** The webinar's status. Only in the table; the sample does not have it. */
export const WebinarStatus = {
  /** Invalid or unknown, an error. */
  Invalid: 'MEETING_STATE_INVALID',
  /** Not started, its planned start is still to come. */
  NotStarted: 'MEETING_STATE_INIT',
  /** Cancelled by the host before it started; nobody can enter any more. */
  Cancelled: 'MEETING_STATE_CANCELLED',
  /** In progress, somebody is in. */
  Started: 'MEETING_STATE_STARTED',
  /** Deleted by the host after its planned end, nobody had joined; nobody can enter any more. */
  Ended: 'MEETING_STATE_ENDED',
  /** About to start, its planned start has passed, its planned end has not, and nobody is in. */
  AboutToStart: 'MEETING_STATE_ABOUT_TO_START',
  /** Past its planned end with nobody in; its code was taken back and nobody can enter any more. */
  Recycled: 'MEETING_STATE_RECYCLED',
} as const

/** The webinar's status. Only in the table; the sample does not have it. WeCom may return other values. */
export type WebinarStatus = (typeof WebinarStatus)[keyof typeof WebinarStatus] | (string & {})

/** Who may watch the webinar. */
export const AdmissionType = {
  /** Public. */
  Public: 0,
  /** Whoever enrolled. */
  Enrollment: 1,
  /** Whoever has the password. */
  Password: 2,
} as const

/** Who may watch the webinar. WeCom may return other values. */
export type AdmissionType = (typeof AdmissionType)[keyof typeof AdmissionType] | (number & {})

/** Whether the number of people who have enrolled or reserved is shown. */
export const DisplayNumberOfAttendees = {
  /** Not shown. */
  Hidden: 0,
  /** Shown, the default. */
  Shown: 1,
} as const

/** Whether the number of people who have enrolled or reserved is shown. WeCom may return other values. */
export type DisplayNumberOfAttendees = (typeof DisplayNumberOfAttendees)[keyof typeof DisplayNumberOfAttendees] | (number & {})

/** Which enrollments to list, by the status of their review; all of them by default. */
export const EnrollmentStatusFilter = {
  /** All. */
  All: 0,
  /** Waiting for approval. */
  Pending: 1,
  /** Rejected. */
  Rejected: 2,
  /** Approved. */
  Approved: 3,
} as const

/** Which enrollments to list, by the status of their review; all of them by default. */
export type EnrollmentStatusFilter = (typeof EnrollmentStatusFilter)[keyof typeof EnrollmentStatusFilter]

/** How they were enrolled. */
export const EnrollmentSourceType = {
  /** Enrolled by themselves. */
  Self: 1,
  /** Bulk import. */
  Import: 2,
} as const

/** How they were enrolled. WeCom may return other values. */
export type EnrollmentSourceType = (typeof EnrollmentSourceType)[keyof typeof EnrollmentSourceType] | (number & {})

/** The status of the enrollment. */
export const EnrollmentStatus = {
  /** Waiting for approval. */
  Pending: 1,
  /** Rejected. */
  Rejected: 2,
  /** Approved. */
  Approved: 3,
} as const

/** The status of the enrollment. WeCom may return other values. */
export type EnrollmentStatus = (typeof EnrollmentStatus)[keyof typeof EnrollmentStatus] | (number & {})

/** Whether the question must be answered. Mind that 1 means no. */
export const QuestionRequirement = {
  /** No, it is optional. */
  Optional: 1,
  /** Yes, it is required. */
  Required: 2,
} as const

/** Whether the question must be answered. Mind that 1 means no. WeCom may return other values. */
export type QuestionRequirement = (typeof QuestionRequirement)[keyof typeof QuestionRequirement] | (number & {})

/** What kind of question it is. */
export const QuestionType = {
  /** Single choice. */
  SingleChoice: 1,
  /** Multiple choice. */
  MultipleChoice: 2,
  /** Text. */
  Text: 3,
} as const

/** What kind of question it is. WeCom may return other values. */
export type QuestionType = (typeof QuestionType)[keyof typeof QuestionType] | (number & {})

/** Whether it is a special question, and of what type. All special questions are text questions so far. */
export const SpecialQuestionType = {
  /** Not special. */
  None: 1,
  /** Phone number. */
  PhoneNumber: 2,
  /** Email address. */
  Email: 3,
  /** Name. */
  Name: 4,
  /** Company name. */
  CompanyName: 5,
} as const

/** Whether it is a special question, and of what type. All special questions are text questions so far. WeCom may return other values. */
export type SpecialQuestionType = (typeof SpecialQuestionType)[keyof typeof SpecialQuestionType] | (number & {})

/** What becomes of the enrollments. */
export const EnrollmentAction = {
  /** Take the approval back, they wait for approval again. */
  ResetToPending: 1,
  /** Reject. */
  Reject: 2,
  /** Approve. */
  Approve: 3,
} as const

/** What becomes of the enrollments. */
export type EnrollmentAction = (typeof EnrollmentAction)[keyof typeof EnrollmentAction]

/** What WeCom refuses with. */
export const Errcode = {
  /** WeCom is busy. */
  SystemBusy: -1,
  /** The secret is wrong, belongs to another corp, or its app is disabled. */
  InvalidSecret: 40001,
  /** The corp ID does not exist. */
  InvalidCorpid: 40013,
  /** The token is invalid, was ended early, belongs to another app, or has expired. */
  InvalidAccessToken: 40014,
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. */
  InvalidParameter: 40058,
  /** A required parameter is missing or empty. */
  ParameterMissing: 40063,
  /** The call carried no token. */
  AccessTokenMissing: 41001,
  /** The call carried no corp ID. */
  CorpidMissing: 41002,
  /** The call carried no secret. */
  SecretMissing: 41004,
  /** The token has expired. */
  AccessTokenExpired: 42001,
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. */
  RateLimited: 45009,
  /** Too many calls at the same time to this endpoint. */
  TooManyConcurrentCalls: 45033,
  /** The app may not call this endpoint. */
  NotPermitted: 48002,
  /** WeCom has retired this endpoint. */
  EndpointRetired: 48005,
  /** The app is disabled. */
  AppDisabled: 50003,
  /** A member, department or tag is outside the app's visible range. */
  OutsideVisibleRange: 60011,
  /** The caller's address is not among the app's trusted IPs. */
  UntrustedIp: 60020,
  /** The meeting ID is invalid, or this app did not create the meeting. */
  MeetingNotFound: 90602,
  /** The token belongs to another app. */
  TokenOfAnotherApp: 301002,
  /** The corp's meeting app is switched off. */
  MeetingAppOff: 400028,
  /** The meeting was cancelled. */
  MeetingCancelled: 400041,
  /** The sub-meeting ID is invalid. */
  SubMeetingNotFound: 730003,
  /** The meeting code is invalid. */
  MeetingCodeNotFound: 730004,
  /** The meeting belongs to another app. */
  MeetingOfAnotherApp: 730005,
  /** The enrollment ID is invalid. */
  EnrollmentNotFound: 730006,
  /** The corp has no professional edition of the meeting app. */
  NoProfessionalEdition: 730007,
  /** The meeting was deleted. */
  MeetingDeleted: 730008,
  /** The meeting was not created through the API. */
  MeetingNotCreatedByApi: 730010,
  /** The endpoint does not support this kind of meeting. */
  MeetingKindNotSupported: 730011,
} as const

/** What WeCom refuses with. WeCom may return other values. */
export type Errcode = (typeof Errcode)[keyof typeof Errcode] | (number & {})

declare enum OtherErrcode {
  NotListed = -2147483648,
}

/**
 * The `errcode` of a refusal: one of `Errcode` or any other but 0, which is that of a success. TypeScript lets one that
 * is not listed be compared as a number only: `Number(errcode) === 12345`.
 */
export type RefusalErrcode = (typeof Errcode)[keyof typeof Errcode] | OtherErrcode
