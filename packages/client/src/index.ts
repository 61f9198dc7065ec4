export type { Call, DataWithResponse } from './core/Call.ts'
export type { WeComClient } from './core/createHostClient.ts'
export type {
  CallLimits,
  CallOptions,
  ClientSettings,
  Credentials,
  Sleep,
  WeComClientOptions,
} from './core/options.ts'
export { createWeComClient } from './createWeComClient.ts'
export { AuthenticationError } from './errors/AuthenticationError.ts'
export { ConnectionError } from './errors/ConnectionError.ts'
export type { ErrorTexts } from './errors/ErrorTexts.ts'
export { HttpError } from './errors/HttpError.ts'
export { InvalidRequestError } from './errors/InvalidRequestError.ts'
export { NotFoundError } from './errors/NotFoundError.ts'
export { PermissionError } from './errors/PermissionError.ts'
export { RateLimitError } from './errors/RateLimitError.ts'
export { ResponseFormatError } from './errors/ResponseFormatError.ts'
export { ServerBusyError } from './errors/ServerBusyError.ts'
export { TimeoutError } from './errors/TimeoutError.ts'
export { WeComApiError } from './errors/WeComApiError.ts'
export { isWeComError, WeComError } from './errors/WeComError.ts'
export {
  AdmissionType,
  AttendanceStatus,
  AutoRecordType,
  CustomRecurrence,
  DayOfWeek,
  DisplayNumberOfAttendees,
  EnrollmentSourceType,
  EnrollmentStatus,
  EnrollmentStatusFilter,
  HasMoreSubMeeting,
  MeetingRecurrence,
  MeetingStatus,
  MeetingType,
  MuteOnJoin,
  QuestionRequirement,
  QuestionType,
  RemindBefore,
  RemindScope,
  RepeatType,
  RepeatUntilType,
  SpecialQuestionType,
  SubMeetingStatus,
  WatermarkType,
  WebinarStatus,
} from './generated/codedValues.ts'
export type { components, operations, paths } from './generated/openapi.ts'
export type {
  Enrollments,
  GetMeetingRequest,
  GetWebinarRequest,
  ListWebinarEnrollmentsRequest as ListEnrollmentsRequest,
  Meetings,
  Webinars,
} from './generated/resources.ts'
export type {
  Hooks,
  Logger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TokenEvent,
} from './observe/hooks.ts'
export { EnrollmentList } from './resources/EnrollmentList.ts'
export type { Enrollment, EnrollmentAnswer, EnrollmentPage } from './resources/enrollmentPage.ts'
export type {
  AttendeeExternalUser,
  AttendeeMember,
  Meeting,
  MeetingAttendees,
  MeetingGuest,
  MeetingSettings,
  SubMeeting,
} from './resources/meeting.ts'
export type { PagedList } from './resources/PagedList.ts'
export type { Webinar, WebinarHost, WebinarMediaSetting } from './resources/webinar.ts'
export { toDate, toInstant, type WeComTime } from './times.ts'
export type { StoredToken, TokenStore } from './tokens/tokenStore.ts'
