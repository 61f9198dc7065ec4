import { operationsOf } from '@wecom-meeting/spec'
import { banner } from './banner.mts'

/** TypeScript that holds the enrollment that the document shows with its contradictions resolved. */
export function sampleEnrollmentFile(document: Record<string, unknown>): string {
  const list = operationsOf(document).find(
    ({ operationId }) => operationId === 'listWebinarEnrollments',
  )
  const page = list?.responseExamples.resolved as { enroll_list?: object[] } | undefined
  const [sample] = page?.enroll_list ?? []
  if (!sample)
    throw new Error('The example "resolved" of listWebinarEnrollments has no enrollment.')
  return `${banner}import type { Enrollment } from '@wecom-meeting/client/host'

/** What the editor shows where nobody has enrolled yet. */
export const sampleEnrollment: Enrollment = ${JSON.stringify(sample, null, 2)}
`
}
