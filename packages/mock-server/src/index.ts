export type {
  EnrollmentFields,
  MeetingFields,
  MockEnrollment,
  MockMeeting,
  MockWebinar,
  WebinarFields,
} from './data/fields.ts'
export { MockSetupError, VerificationError } from './errors.ts'
export type { ActiveFault, Fault, Match, Patch } from './faults/Fault.ts'
export type { Scenario, ScenarioName } from './faults/scenarios.ts'
export type {
  CountFilter,
  Expectation,
  JournalEntry,
  RequestFilter,
  Verdict,
} from './journal/JournalEntry.ts'
export type { JsonObject } from './json.ts'
export type { MockCorp, MockServer } from './MockServer.ts'
export type { CorpOptions, MockServerOptions } from './options.ts'
export { startMockServer } from './server.ts'
export type { OperationId } from './spec/operations.ts'
