import { join } from 'node:path'
import { operationsOf, readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { answerFieldsFile } from './answerFieldsFile.mts'
import { endpointFile } from './endpointFile.mts'
import { sampleEnrollmentFile } from './sampleEnrollmentFile.mts'

const document = readSpec()
const packageDir = join(import.meta.dirname, '..')
const endpoints = operationsOf(document).filter(({ request }) => request)

writeOrCheck(join(packageDir, 'nodes/WeComMeeting/generated'), {
  ...Object.fromEntries(
    endpoints.map((operation) => [
      `${operation.operationId}.ts`,
      endpointFile(document, operation),
    ]),
  ),
  'answerFields.ts': answerFieldsFile(document),
})
writeOrCheck(join(packageDir, 'nodes/WeComMeetingTrigger/generated'), {
  'sampleEnrollment.ts': sampleEnrollmentFile(document),
})
