import '../../client/src/core/assembleClient.test.ts'
import '../../client/src/core/baseUrl.test.ts'
import '../../client/src/core/Call.test.ts'
import '../../client/src/core/limits.test.ts'
import '../../client/src/core/validate.test.ts'
import '../../client/src/errors/apiErrorFor.test.ts'
import '../../client/src/errors/redact.test.ts'
import '../../client/src/errors/WeComError.test.ts'
import '../../client/src/observe/tell.test.ts'
import '../../client/src/resources/PagedList.test.ts'
import '../../client/src/resources/resources.test.ts'
import '../../client/src/times.test.ts'
import '../../client/src/core/Timer.test.ts'
import '../../client/src/tokens/tokens.test.ts'
import '../../client/src/transport/parseAnswer.test.ts'
import '../../client/src/transport/responses.test.ts'
import '../../client/src/transport/retries.test.ts'
import '../../client/src/zh-CN.test.ts'
import { type MockAddress, testConnection } from './connection.ts'
import { type Report, runTests } from './harness.ts'

/** Runs the client's tests here, whatever runtime this is. */
export function runSuite(mock: MockAddress): Promise<Report> {
  testConnection(mock)
  return runTests()
}
