import type { operations } from '../generated/openapi.ts'
import { getMeeting } from './getMeeting.ts'
import { getToken } from './getToken.ts'
import { getWebinar } from './getWebinar.ts'
import { listWebinarEnrollments } from './listWebinarEnrollments.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/**
 * What is behind each operation, by its `operationId`. One without an entry here answers as
 * `answerFromExamples` says.
 */
const behaviours: Partial<Record<keyof operations, OperationBehaviour>> = {
  getToken,
  getMeeting,
  getWebinar,
  listWebinarEnrollments,
}

export const behaviourOf: ReadonlyMap<string, OperationBehaviour> = new Map(
  Object.entries(behaviours),
)
