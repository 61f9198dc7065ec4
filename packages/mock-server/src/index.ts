export type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './data/fields.ts'
export { MockSetupError } from './errors/MockSetupError.ts'
export type { JournalEntry, Verdict } from './journal.ts'
export type { JsonObject } from './json.ts'
export type { MockServer } from './MockServer.ts'
export type { MockServerOptions } from './options.ts'
export { startMockServer } from './server.ts'
