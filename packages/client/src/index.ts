export type { components, operations, paths } from '@wecom-meeting/spec/types'
export type { WeComClient } from './client.ts'
export * from './codedValues.ts'
export { createWeComClient } from './createWeComClient.ts'
export * from './errorClasses.ts'
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
