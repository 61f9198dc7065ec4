import { join } from 'node:path'
import { readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { answerFieldsFile } from './answerFieldsFile.mts'
import { chineseTexts } from './chineseTexts.mts'
import { endpointFile } from './endpointFile.mts'
import { loadDescriptions } from './loadNodes.mts'
import { operationsOf } from './openapi.mts'
import { sampleEnrollmentFile } from './sampleEnrollmentFile.mts'
import { translationFile } from './translationFile.mts'

const document = readSpec()
const packageDir = join(import.meta.dirname, '..')
const endpoints = operationsOf(document).filter(({ operationId }) => operationId !== 'getToken')

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

// The nodes are made from the files above: they are looked at only now.
const { translate, problems } = chineseTexts(document)
const translations = (await loadDescriptions()).map((description) => {
  const folder = description.name.replace('weCom', 'WeCom')
  return { description, folder, file: translationFile(description, translate) }
})
for (const problem of problems) console.error(problem)
if (problems.size > 0) process.exit(1)
for (const { description, folder, file } of translations) {
  writeOrCheck(join(packageDir, 'nodes', folder, 'translations/zh-CN'), {
    [`${description.name}.json`]: file,
  })
}
