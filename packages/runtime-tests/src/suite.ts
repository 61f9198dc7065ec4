import { type MockAddress, testConnection } from './connection.ts'
import { runTests, type TestResults } from './harness.ts'

/** Runs the client's tests, which the bundle has before this module, in whatever runtime this is. */
export function runSuite(mock: MockAddress): Promise<TestResults> {
  testConnection(mock)
  return runTests()
}
