import { getMeeting } from './getMeeting.ts'
import { getToken } from './getToken.ts'
import { getWebinar } from './getWebinar.ts'
import { listWebinarEnrollments } from './listWebinarEnrollments.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** Add the next endpoint here; without an entry it answers the spec's own example. */
const behaviours = [getToken, getMeeting, getWebinar, listWebinarEnrollments]

export const behaviourOf: ReadonlyMap<string, OperationBehaviour> = new Map(
  behaviours.map((behaviour) => [behaviour.operationId, behaviour]),
)
