// The client without anything of a runtime's own in it, for hosts that bring their own fetch and
// timer and forbid others, such as n8n. Everything else is the same as in the main entry.

export { parseBaseUrl } from './core/baseUrl.ts'
export type { Call, DataWithResponse } from './core/Call.ts'
export { createHostClient, type Host, type WeComClient } from './core/createHostClient.ts'
export type { CallOptions, WeComClientOptions } from './core/options.ts'
export type { Timer } from './core/Timer.ts'
export { AuthenticationError } from './errors/AuthenticationError.ts'
export { ConnectionError } from './errors/ConnectionError.ts'
export { HttpError } from './errors/HttpError.ts'
export { InvalidRequestError } from './errors/InvalidRequestError.ts'
export { PermissionError } from './errors/PermissionError.ts'
export { ResponseFormatError } from './errors/ResponseFormatError.ts'
export { TimeoutError } from './errors/TimeoutError.ts'
export { WeComApiError } from './errors/WeComApiError.ts'
export { isWeComError, WeComError } from './errors/WeComError.ts'
export { EnrollmentStatus } from './generated/codedValues.ts'
export type {
  GetMeetingRequest,
  ListWebinarEnrollmentsRequest as ListEnrollmentsRequest,
} from './generated/resources.ts'
export type { Enrollment, EnrollmentPage } from './resources/enrollmentPage.ts'
export type { Meeting } from './resources/meeting.ts'
export type { PagedList } from './resources/PagedList.ts'
export { toList, toText, toTexts } from './resources/readers.ts'
export type { Webinar } from './resources/webinar.ts'
export { toDate } from './times.ts'
