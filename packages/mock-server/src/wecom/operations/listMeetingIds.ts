import type { MockMeeting } from '../../data/fields.ts'
import { isOwnRequest } from '../../spec/examples.ts'
import { getPage, refuseCursor } from '../getPage.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { respondFromExamples } from './respondFromExamples.ts'

const longest = 180 * 24 * 3600

/**
 * The meetings of a member: those they run and those they are invited to; the page says no more than "of the
 * member". Of meetings to come `end_time` keeps none out.
 *
 * https://developer.work.weixin.qq.com/document/path/97457
 */
export const listMeetingIds: OperationBehaviour = {
  respond(valid, world) {
    const { body, resource } = valid
    const { data, settings } = world
    const { userid, begin_time, end_time, limit = 100, cursor = '0' } = body
    const own = [...data.meetings.values()].filter(({ response }) =>
      peopleOf(response as unknown as MockMeeting).includes(String(userid)),
    )
    if (own.length === 0 && isOwnRequest(resource, body)) return respondFromExamples(valid, world)
    const now = Math.floor(settings.now() / 1000)
    // Where only one is given the page does not say how far the period reaches: as far as it may.
    const end = Number(end_time ?? (begin_time === undefined ? now : Number(begin_time) + longest))
    const begin = Number(begin_time ?? end - longest)
    const list = { userid, begin_time, end_time, limit: Number(limit) }
    const page = getPage(
      own,
      { ...list, cursor: cursor === '0' ? '' : String(cursor) },
      ({ response: { meeting_start } }) => {
        const start = Number(meeting_start)
        return start >= begin && (start <= end || start > now)
      },
    )
    if (!page) return refuseCursor(settings)
    const meetingid_list = page.entries.map(({ meetingid }) => meetingid)
    return { errcode: 0, errmsg: 'ok', next_cursor: page.next_cursor, meetingid_list }
  },
}

function peopleOf({ admin_userid, creator_userid, settings, attendees }: MockMeeting): unknown[] {
  const hosts = [settings.hosts?.userid, settings.co_hosts?.userid]
  return [admin_userid, creator_userid, hosts, attendees.member?.map((one) => one.userid)].flat(2)
}
