export type { WeComClient } from './client.ts'
export { createWeComClient } from './createWeComClient.ts'
export {
  type AnyWeComError,
  AuthenticationError,
  ConnectionError,
  type ErrorTexts,
  type ForeignResponse,
  HttpError,
  InvalidRequestError,
  isWeComError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  type RequestIds,
  ResponseFormatError,
  ServerBusyError,
  TimeoutError,
  WeComApiError,
  type WeComApiErrorFields,
  WeComError,
  type WeComErrorFields,
} from './errors.ts'
export {
  AdmissionType,
  AttendanceStatus,
  AutoRecordType,
  CustomRecurrence,
  DayOfWeek,
  DisplayNumberOfAttendees,
  EnrollmentAction,
  EnrollmentSourceType,
  EnrollmentStatus,
  EnrollmentStatusFilter,
  Errcode,
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
  EnrollmentReview,
  GetMeetingRequest,
  GetWebinarRequest,
  ListMeetingIdsRequest,
  ListWebinarEnrollmentsRequest as ListEnrollmentsRequest,
  MeetingIdPage,
  Meetings,
  ReviewWebinarEnrollmentsRequest as ReviewEnrollmentsRequest,
  Webinars,
  WebinarsEnrollments,
} from './generated/resources.ts'
export type {
  Hooks,
  Logger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TokenEvent,
} from './hooks.ts'
export type { Sleep } from './limits.ts'
export type {
  CallLimits,
  CallOptions,
  ClientSettings,
  Credentials,
  WeComClientOptions,
} from './options.ts'
export type { PagedList, PageLimit } from './paging.ts'
export type { RequestOptions } from './request.ts'
export type {
  Enrollment,
  EnrollmentAnswer,
  EnrollmentList,
  EnrollmentPage,
} from './resources/enrollmentPage.ts'
export type {
  AttendeeExternalUser,
  AttendeeMember,
  Meeting,
  MeetingAttendees,
  MeetingGuest,
  MeetingSettings,
  SubMeeting,
} from './resources/meeting.ts'
export type { Webinar, WebinarHost, WebinarMediaSetting } from './resources/webinar.ts'
export type { Call, DataWithResponse } from './response.ts'
export type { KnownValue } from './schemas.ts'
export { toDate, toInstant, toWeComTime, type WeComTime } from './times.ts'
export type { StoredToken, TokenStore } from './tokens/tokenStore.ts'
