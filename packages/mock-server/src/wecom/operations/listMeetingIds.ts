import type { JsonObject } from '../../json.ts'
import { isOwnRequest } from '../../spec/examples.ts'
import { getPage, refuseCursor } from '../getPage.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { respondFromExamples } from './respondFromExamples.ts'

const defaultLimit = 100
const longest = 180 * 24 * 3600

/**
 * The meetings of a member: those they run and those they are invited to; the page says no more than "of the
 * member". Of meetings to come `end_time` keeps none out.
 *
 * https://developer.work.weixin.qq.com/document/path/97457
 */
export const listMeetingIds: OperationBehaviour = {
  respond({ body, resource }, { data, settings }) {
    const { userid, begin_time, end_time, limit = defaultLimit, cursor = '' } = body
    const now = Math.floor(settings.now() / 1000)
    // Where only one is given the page does not say how far the period reaches: as far as it may.
    const end = Number(end_time ?? (begin_time === undefined ? now : Number(begin_time) + longest))
    const begin = Number(begin_time ?? end - longest)
    const isAsked = (meeting: JsonObject): boolean => {
      const start = Number(meeting.meeting_start)
      return start >= begin && (start <= end || start > now) && isOf(meeting, String(userid))
    }
    const meetings = [...data.meetings.all()]
    const isKnown = meetings.some(({ response }) => isOf(response, String(userid)))
    if (!isKnown && isOwnRequest(resource, body)) return respondFromExamples(resource, body, data)
    const page = getPage(
      meetings,
      {
        ...{ userid, begin_time, end_time, limit: Number(limit) },
        cursor: cursor === '0' ? '' : String(cursor),
      },
      ({ response }) => isAsked(response),
    )
    if (!page) return refuseCursor(settings)
    const meetingid_list = page.entries.map(({ meetingid }) => meetingid)
    return { errcode: 0, errmsg: 'ok', next_cursor: page.next_cursor, meetingid_list }
  },
}

/** Whether a meeting is one of the member's: they created, administer or host it, or are on its list. */
function isOf(meeting: JsonObject, userid: string): boolean {
  const { admin_userid, creator_userid, attendees, settings } = meeting as {
    admin_userid?: string
    creator_userid?: string
    attendees?: { member?: { userid: string }[] }
    settings?: Partial<Record<'hosts' | 'co_hosts', { userid: string[] }>>
  }
  return [
    admin_userid,
    creator_userid,
    ...(settings?.hosts?.userid ?? []),
    ...(settings?.co_hosts?.userid ?? []),
    ...(attendees?.member ?? []).map((member) => member.userid),
  ].includes(userid)
}
