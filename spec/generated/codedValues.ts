// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/** The meeting's status. */
export const MeetingStatus: {
  /** Not started. */
  readonly NotStarted: 1
  /** In progress. */
  readonly InProgress: 2
  /** Ended. */
  readonly Ended: 3
  /** Cancelled. */
  readonly Cancelled: 4
  /** Expired. */
  readonly Expired: 5
} = {
  NotStarted: 1,
  InProgress: 2,
  Ended: 3,
  Cancelled: 4,
  Expired: 5,
}

/** The meeting's status. WeCom may return other values. */
export type MeetingStatus = (typeof MeetingStatus)[keyof typeof MeetingStatus] | (number & {})

/** What kind of meeting it is. The page lists no 4. */
export const MeetingType: {
  /** One-time meeting. */
  readonly OneTime: 0
  /** Recurring meeting. */
  readonly Recurring: 1
  /** Meeting for WeChat users only. */
  readonly WeChatOnly: 2
  /** Screencast to a Rooms device. */
  readonly RoomsScreencast: 3
  /** Meeting with a personal meeting number. */
  readonly PersonalNumber: 5
  /** Webinar. */
  readonly Webinar: 6
} = {
  OneTime: 0,
  Recurring: 1,
  WeChatOnly: 2,
  RoomsScreencast: 3,
  PersonalNumber: 5,
  Webinar: 6,
}

/** What kind of meeting it is. The page lists no 4. WeCom may return other values. */
export type MeetingType = (typeof MeetingType)[keyof typeof MeetingType] | (number & {})

/** Whether there are more sub-meeting exceptions than are listed; of recurring meetings. */
export const HasMoreSubMeeting: {
  /** No more. */
  readonly NoMore: 0
  /** There are more. */
  readonly More: 1
} = {
  NoMore: 0,
  More: 1,
}

/** Whether there are more sub-meeting exceptions than are listed; of recurring meetings. WeCom may return other values. */
export type HasMoreSubMeeting = (typeof HasMoreSubMeeting)[keyof typeof HasMoreSubMeeting] | (number & {})

/** Whether they attended. The sample also shows 3 and 4, which no page explains. */
export const AttendanceStatus: {
  /** Attended. */
  readonly Attended: 1
  /** Did not attend. */
  readonly NotAttended: 2
} = {
  Attended: 1,
  NotAttended: 2,
}

/** Whether they attended. The sample also shows 3 and 4, which no page explains. WeCom may return other values. */
export type AttendanceStatus = (typeof AttendanceStatus)[keyof typeof AttendanceStatus] | (number & {})

/** Whom the meeting rings when it starts. */
export const RemindScope: {
  /** Nobody. */
  readonly Nobody: 1
  /** The host only. */
  readonly HostOnly: 2
  /** All members. */
  readonly AllMembers: 3
  /** Chosen members. */
  readonly ChosenMembers: 4
} = {
  Nobody: 1,
  HostOnly: 2,
  AllMembers: 3,
  ChosenMembers: 4,
}

/** Whom the meeting rings when it starts. WeCom may return other values. */
export type RemindScope = (typeof RemindScope)[keyof typeof RemindScope] | (number & {})

/** Whether members are muted as they join. */
export const MuteOnJoin: {
  /** Off. */
  readonly Off: 0
  /** On. */
  readonly On: 1
  /** On as soon as more than six people are in. */
  readonly OnAboveSix: 2
} = {
  Off: 0,
  On: 1,
  OnAboveSix: 2,
}

/** Whether members are muted as they join. WeCom may return other values. */
export type MuteOnJoin = (typeof MuteOnJoin)[keyof typeof MuteOnJoin] | (number & {})

/** What the watermark looks like. */
export const WatermarkType: {
  /** Single row. */
  readonly SingleRow: 0
  /** Multiple rows. */
  readonly MultipleRows: 1
} = {
  SingleRow: 0,
  MultipleRows: 1,
}

/** What the watermark looks like. WeCom may return other values. */
export type WatermarkType = (typeof WatermarkType)[keyof typeof WatermarkType] | (number & {})

/** Automatic recording. */
export const AutoRecordType: {
  /** No automatic recording. */
  readonly None: 'none'
  /** Automatic local recording once the host joins. */
  readonly Local: 'local'
  /** Automatic cloud recording once the host joins. */
  readonly Cloud: 'cloud'
} = {
  None: 'none',
  Local: 'local',
  Cloud: 'cloud',
}

/** Automatic recording. WeCom may return other values. */
export type AutoRecordType = (typeof AutoRecordType)[keyof typeof AutoRecordType] | (string & {})

/** Whether the meeting recurs. */
export const MeetingRecurrence: {
  /** Takes place once. */
  readonly OneTime: 0
  /** Recurs. */
  readonly Recurring: 1
} = {
  OneTime: 0,
  Recurring: 1,
}

/** Whether the meeting recurs. WeCom may return other values. */
export type MeetingRecurrence = (typeof MeetingRecurrence)[keyof typeof MeetingRecurrence] | (number & {})

/** How the meeting recurs. */
export const RepeatType: {
  /** Every day. */
  readonly Daily: 0
  /** Every week. */
  readonly Weekly: 1
  /** Every month. */
  readonly Monthly: 2
  /** On workdays. */
  readonly Workdays: 7
} = {
  Daily: 0,
  Weekly: 1,
  Monthly: 2,
  Workdays: 7,
}

/** How the meeting recurs. WeCom may return other values. */
export type RepeatType = (typeof RepeatType)[keyof typeof RepeatType] | (number & {})

/** Whether the recurrence is a custom one. */
export const CustomRecurrence: {
  /** No. */
  readonly Preset: 0
  /** Yes. */
  readonly Custom: 1
} = {
  Preset: 0,
  Custom: 1,
}

/** Whether the recurrence is a custom one. WeCom may return other values. */
export type CustomRecurrence = (typeof CustomRecurrence)[keyof typeof CustomRecurrence] | (number & {})

/** A day of the week, 1 for Monday to 7 for Sunday. */
export const DayOfWeek: {
  /** Monday. */
  readonly Monday: 1
  /** Tuesday. */
  readonly Tuesday: 2
  /** Wednesday. */
  readonly Wednesday: 3
  /** Thursday. */
  readonly Thursday: 4
  /** Friday. */
  readonly Friday: 5
  /** Saturday. */
  readonly Saturday: 6
  /** Sunday. */
  readonly Sunday: 7
} = {
  Monday: 1,
  Tuesday: 2,
  Wednesday: 3,
  Thursday: 4,
  Friday: 5,
  Saturday: 6,
  Sunday: 7,
}

/** A day of the week, 1 for Monday to 7 for Sunday. WeCom may return other values. */
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek] | (number & {})

/** What ends the recurrence. */
export const RepeatUntilType: {
  /** Ends on a date. */
  readonly Date: 0
  /** Ends after a number of times. */
  readonly Count: 1
} = {
  Date: 0,
  Count: 1,
}

/** What ends the recurrence. WeCom may return other values. */
export type RepeatUntilType = (typeof RepeatUntilType)[keyof typeof RepeatUntilType] | (number & {})

/** How long before the start a reminder is sent, in seconds. */
export const RemindBefore: {
  /** As the meeting starts. */
  readonly AtStart: 0
  /** 5 minutes before. */
  readonly FiveMinutes: 300
  /** 15 minutes before. */
  readonly FifteenMinutes: 900
  /** An hour before. */
  readonly OneHour: 3600
  /** A day before. */
  readonly OneDay: 86400
} = {
  AtStart: 0,
  FiveMinutes: 300,
  FifteenMinutes: 900,
  OneHour: 3600,
  OneDay: 86400,
}

/** How long before the start a reminder is sent, in seconds. WeCom may return other values. */
export type RemindBefore = (typeof RemindBefore)[keyof typeof RemindBefore] | (number & {})

/** Whether the sub-meeting still exists. */
export const SubMeetingStatus: {
  /** Exists, the default. */
  readonly Existing: 0
  /** Deleted. */
  readonly Deleted: 1
} = {
  Existing: 0,
  Deleted: 1,
}

/** Whether the sub-meeting still exists. WeCom may return other values. */
export type SubMeetingStatus = (typeof SubMeetingStatus)[keyof typeof SubMeetingStatus] | (number & {})

/** The webinar's status. Only in the table; the sample does not have it. */
export const WebinarStatus: {
  /** Invalid or unknown, an error. */
  readonly Invalid: 'MEETING_STATE_INVALID'
  /** Not started, its planned start is still to come. */
  readonly NotStarted: 'MEETING_STATE_INIT'
  /** Cancelled by the host before it started; nobody can enter any more. */
  readonly Cancelled: 'MEETING_STATE_CANCELLED'
  /** In progress, somebody is in. */
  readonly Started: 'MEETING_STATE_STARTED'
  /** Deleted by the host after its planned end, nobody had joined; nobody can enter any more. */
  readonly Ended: 'MEETING_STATE_ENDED'
  /** About to start, its planned start has passed, its planned end has not, and nobody is in. */
  readonly AboutToStart: 'MEETING_STATE_ABOUT_TO_START'
  /** Past its planned end with nobody in; its code was taken back and nobody can enter any more. */
  readonly Recycled: 'MEETING_STATE_RECYCLED'
} = {
  Invalid: 'MEETING_STATE_INVALID',
  NotStarted: 'MEETING_STATE_INIT',
  Cancelled: 'MEETING_STATE_CANCELLED',
  Started: 'MEETING_STATE_STARTED',
  Ended: 'MEETING_STATE_ENDED',
  AboutToStart: 'MEETING_STATE_ABOUT_TO_START',
  Recycled: 'MEETING_STATE_RECYCLED',
}

/** The webinar's status. Only in the table; the sample does not have it. WeCom may return other values. */
export type WebinarStatus = (typeof WebinarStatus)[keyof typeof WebinarStatus] | (string & {})

/** Who may watch the webinar. */
export const AdmissionType: {
  /** Public. */
  readonly Public: 0
  /** Whoever enrolled. */
  readonly Enrollment: 1
  /** Whoever has the password. */
  readonly Password: 2
} = {
  Public: 0,
  Enrollment: 1,
  Password: 2,
}

/** Who may watch the webinar. WeCom may return other values. */
export type AdmissionType = (typeof AdmissionType)[keyof typeof AdmissionType] | (number & {})

/** Whether the number of people who have enrolled or reserved is shown. */
export const DisplayNumberOfAttendees: {
  /** Not shown. */
  readonly Hidden: 0
  /** Shown, the default. */
  readonly Shown: 1
} = {
  Hidden: 0,
  Shown: 1,
}

/** Whether the number of people who have enrolled or reserved is shown. WeCom may return other values. */
export type DisplayNumberOfAttendees = (typeof DisplayNumberOfAttendees)[keyof typeof DisplayNumberOfAttendees] | (number & {})

/** Which enrollments to list, by the status of their review; all of them by default. */
export const EnrollmentStatusFilter: {
  /** All. */
  readonly All: 0
  /** Waiting for approval. */
  readonly Pending: 1
  /** Rejected. */
  readonly Rejected: 2
  /** Approved. */
  readonly Approved: 3
} = {
  All: 0,
  Pending: 1,
  Rejected: 2,
  Approved: 3,
}

/** Which enrollments to list, by the status of their review; all of them by default. */
export type EnrollmentStatusFilter = (typeof EnrollmentStatusFilter)[keyof typeof EnrollmentStatusFilter]

/** How they were enrolled. */
export const EnrollmentSourceType: {
  /** Enrolled by themselves. */
  readonly Self: 1
  /** Bulk import. */
  readonly Import: 2
} = {
  Self: 1,
  Import: 2,
}

/** How they were enrolled. WeCom may return other values. */
export type EnrollmentSourceType = (typeof EnrollmentSourceType)[keyof typeof EnrollmentSourceType] | (number & {})

/** The status of the enrollment. */
export const EnrollmentStatus: {
  /** Waiting for approval. */
  readonly Pending: 1
  /** Rejected. */
  readonly Rejected: 2
  /** Approved. */
  readonly Approved: 3
} = {
  Pending: 1,
  Rejected: 2,
  Approved: 3,
}

/** The status of the enrollment. WeCom may return other values. */
export type EnrollmentStatus = (typeof EnrollmentStatus)[keyof typeof EnrollmentStatus] | (number & {})

/** Whether the question must be answered. Mind that 1 means no. */
export const QuestionRequirement: {
  /** No, it is optional. */
  readonly Optional: 1
  /** Yes, it is required. */
  readonly Required: 2
} = {
  Optional: 1,
  Required: 2,
}

/** Whether the question must be answered. Mind that 1 means no. WeCom may return other values. */
export type QuestionRequirement = (typeof QuestionRequirement)[keyof typeof QuestionRequirement] | (number & {})

/** What kind of question it is. */
export const QuestionType: {
  /** Single choice. */
  readonly SingleChoice: 1
  /** Multiple choice. */
  readonly MultipleChoice: 2
  /** Text. */
  readonly Text: 3
} = {
  SingleChoice: 1,
  MultipleChoice: 2,
  Text: 3,
}

/** What kind of question it is. WeCom may return other values. */
export type QuestionType = (typeof QuestionType)[keyof typeof QuestionType] | (number & {})

/** Whether it is a special question, and of what type. All special questions are text questions so far. */
export const SpecialQuestionType: {
  /** Not special. */
  readonly None: 1
  /** Phone number. */
  readonly PhoneNumber: 2
  /** Email address. */
  readonly Email: 3
  /** Name. */
  readonly Name: 4
  /** Company name. */
  readonly CompanyName: 5
} = {
  None: 1,
  PhoneNumber: 2,
  Email: 3,
  Name: 4,
  CompanyName: 5,
}

/** Whether it is a special question, and of what type. All special questions are text questions so far. WeCom may return other values. */
export type SpecialQuestionType = (typeof SpecialQuestionType)[keyof typeof SpecialQuestionType] | (number & {})

/** What becomes of the enrollments. */
export const EnrollmentAction: {
  /** Take the approval back, they wait for approval again. */
  readonly ResetToPending: 1
  /** Reject. */
  readonly Reject: 2
  /** Approve. */
  readonly Approve: 3
} = {
  ResetToPending: 1,
  Reject: 2,
  Approve: 3,
}

/** What becomes of the enrollments. */
export type EnrollmentAction = (typeof EnrollmentAction)[keyof typeof EnrollmentAction]

/** What WeCom refuses with. */
export const Errcode: {
  /** WeCom is busy. */
  readonly SystemBusy: -1
  /** The secret is wrong, belongs to another corp, or its app is disabled. */
  readonly InvalidSecret: 40001
  /** The corp ID does not exist. */
  readonly InvalidCorpid: 40013
  /** The token is invalid, was ended early, belongs to another app, or has expired. */
  readonly InvalidAccessToken: 40014
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. */
  readonly InvalidParameter: 40058
  /** A required parameter is missing or empty. */
  readonly ParameterMissing: 40063
  /** The call carried no token. */
  readonly AccessTokenMissing: 41001
  /** The call carried no corp ID. */
  readonly CorpidMissing: 41002
  /** The call carried no secret. */
  readonly SecretMissing: 41004
  /** The token has expired. */
  readonly AccessTokenExpired: 42001
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. */
  readonly RateLimited: 45009
  /** Too many calls at the same time to this endpoint. */
  readonly TooManyConcurrentCalls: 45033
  /** The app may not call this endpoint. */
  readonly NotPermitted: 48002
  /** WeCom has retired this endpoint. */
  readonly EndpointRetired: 48005
  /** The app is disabled. */
  readonly AppDisabled: 50003
  /** A member, department or tag is outside the app's visible range. */
  readonly OutsideVisibleRange: 60011
  /** The caller's address is not among the app's trusted IPs. */
  readonly UntrustedIp: 60020
  /** The meeting ID is invalid, or this app did not create the meeting. */
  readonly MeetingNotFound: 90602
  /** The token belongs to another app. */
  readonly TokenOfAnotherApp: 301002
  /** The corp's meeting app is switched off. */
  readonly MeetingAppOff: 400028
  /** The meeting was cancelled. */
  readonly MeetingCancelled: 400041
  /** The sub-meeting ID is invalid. */
  readonly SubMeetingNotFound: 730003
  /** The meeting code is invalid. */
  readonly MeetingCodeNotFound: 730004
  /** The meeting belongs to another app. */
  readonly MeetingOfAnotherApp: 730005
  /** The enrollment ID is invalid. */
  readonly EnrollmentNotFound: 730006
  /** The corp has no professional edition of the meeting app. */
  readonly NoProfessionalEdition: 730007
  /** The meeting was deleted. */
  readonly MeetingDeleted: 730008
  /** The meeting was not created through the API. */
  readonly MeetingNotCreatedByApi: 730010
  /** The endpoint does not support this kind of meeting. */
  readonly MeetingKindNotSupported: 730011
} = {
  SystemBusy: -1,
  InvalidSecret: 40001,
  InvalidCorpid: 40013,
  InvalidAccessToken: 40014,
  InvalidParameter: 40058,
  ParameterMissing: 40063,
  AccessTokenMissing: 41001,
  CorpidMissing: 41002,
  SecretMissing: 41004,
  AccessTokenExpired: 42001,
  RateLimited: 45009,
  TooManyConcurrentCalls: 45033,
  NotPermitted: 48002,
  EndpointRetired: 48005,
  AppDisabled: 50003,
  OutsideVisibleRange: 60011,
  UntrustedIp: 60020,
  MeetingNotFound: 90602,
  TokenOfAnotherApp: 301002,
  MeetingAppOff: 400028,
  MeetingCancelled: 400041,
  SubMeetingNotFound: 730003,
  MeetingCodeNotFound: 730004,
  MeetingOfAnotherApp: 730005,
  EnrollmentNotFound: 730006,
  NoProfessionalEdition: 730007,
  MeetingDeleted: 730008,
  MeetingNotCreatedByApi: 730010,
  MeetingKindNotSupported: 730011,
}

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
