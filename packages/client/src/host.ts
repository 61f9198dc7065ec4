// The client without anything of a runtime's own in it, for hosts that bring their own fetch and
// timer and forbid others, such as n8n. Everything else is the same as in the main entry.

export { createHostClient, type WeComClient } from './client.ts'
export { EnrollmentAction, EnrollmentStatus } from './codedValues.ts'
export * from './errorClasses.ts'
export type { Host } from './fetch.ts'
export type {
  GetMeetingRequest,
  GetWebinarRequest,
  ListMeetingIdsRequest,
  ListWebinarEnrollmentsRequest as ListEnrollmentsRequest,
  ReviewWebinarEnrollmentsRequest as ReviewEnrollmentsRequest,
} from './generated/resources.ts'
export type { Timer } from './limits.ts'
export { type CallOptions, parseBaseUrl, type WeComClientOptions } from './options.ts'
export type { PagedList } from './paging.ts'
export { toList, toObjects, toText, toTexts } from './readers.ts'
export type { Enrollment, EnrollmentPage } from './resources/enrollmentPage.ts'
export type { Meeting } from './resources/meeting.ts'
export type { Webinar } from './resources/webinar.ts'
export type { Call, DataWithResponse } from './response.ts'
export { toDate } from './times.ts'
