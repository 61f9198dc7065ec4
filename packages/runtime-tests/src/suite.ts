import { type MockAddress, testConnection } from './connection.ts'
import { type Report, runTests } from './harness.ts'

/** Runs the client's tests, which the bundle has before this module, in whatever runtime this is. */
export function runSuite(mock: MockAddress): Promise<Report> {
  testConnection(mock)
  return runTests()
}
