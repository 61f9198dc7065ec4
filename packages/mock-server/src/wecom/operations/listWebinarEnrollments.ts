import type { JsonObject } from '../../json.ts'
import type { World } from '../../World.ts'
import { getPage, refuseCursor } from '../getPage.ts'
import { errcodes, Refusal } from '../Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

const defaultLimit = 50
const all = 0

/** "获取网络研讨会报名信息" (list a webinar's enrollments), WeCom's meeting API, webinar management. */
export const listWebinarEnrollments: OperationBehaviour = {
  respond({ body }, world) {
    const { data } = world
    const meetingid = String(body.meetingid)
    const webinar = data.webinars.get(meetingid)
    const sample = data.sampleEnrollmentPages.get(meetingid)
    // It gives way to a webinar that a tester adds under its id.
    if (sample && !webinar) return respondSample(sample, body.cursor, world)

    const { enrollments } = webinar ?? {}
    if (!enrollments) return new Refusal(errcodes.invalidMeetingid)
    const status = Number(body.status ?? 0)
    const limit = Number(body.limit ?? defaultLimit)
    const request = { meetingid, status, limit, cursor: String(body.cursor ?? '') }
    const page = getPage(enrollments, request, (one) => status === all || one.status === status)
    if (!page) return refuseCursor(world.settings)
    const { entries: enroll_list, next_cursor } = page
    return { errcode: 0, errmsg: 'ok', has_more: next_cursor !== '', next_cursor, enroll_list }
  },
}

function respondSample(sample: JsonObject, cursor: unknown, world: World): JsonObject | Refusal {
  if (!cursor || cursor === sample.next_cursor) return sample
  return refuseCursor(world.settings)
}
