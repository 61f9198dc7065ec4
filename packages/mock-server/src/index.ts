export type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './data/Data.ts'
export { MockSetupError } from './errors/MockSetupError.ts'
export type { JournalEntry, Verdict } from './journal.ts'
export type { JsonObject } from './json.ts'
export type { MockServerOptions } from './options.ts'
export { type MockServer, startMockServer } from './server.ts'
