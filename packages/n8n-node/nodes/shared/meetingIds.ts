import {
  type CallOptions,
  type Meeting,
  NotFoundError,
  type WeComClient,
} from '@wecom-meeting/client/host'
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow'
import pLimit from 'p-limit'
import { type Credential, clientFor } from './client.ts'
import { withPeriod } from './endpoint.ts'
import { toNodeError } from './errors.ts'
import { isoTimesIn } from './fields.ts'
import { listMeetingIds } from './generated/endpoints.ts'
import { plainText } from './parameters.ts'

/** Meetings whose details are read at the same time. */
const MAX_IN_FLIGHT = 5

/** Meetings that the editor shows at a time: each takes a call for its title. */
const MEETINGS_SHOWN = 20

/** The details of each meeting; undefined for one that WeCom no longer gives. */
export async function detailsOf(
  wecom: WeComClient,
  meetingids: string[],
  options?: CallOptions,
): Promise<(Meeting | undefined)[]> {
  const limit = pLimit(MAX_IN_FLIGHT)
  return limit.map(meetingids, (meetingid) =>
    wecom.meetings.get({ meetingid }, options).catch((error: unknown) => {
      if (error instanceof NotFoundError) return undefined
      limit.clearQueue()
      throw error
    }),
  )
}

/** The entries of From List: the meetings of a member whose title or date contains what was typed. */
export async function searchMeetings(
  this: ILoadOptionsFunctions,
  typed = '',
  from?: string,
): Promise<INodeListSearchResult> {
  const userid = plainText(this.getCurrentNodeParameter('userId'))
  if (!userid) throw new Error('Enter the User ID of a member, below: their meetings are listed.')
  try {
    const credential = await this.getCredentials<Credential>('weComMeetingApi')
    const wecom = clientFor(credential, this.helpers.httpRequest)
    const times = isoTimesIn(this.getTimezone())
    // WeCom may take a cursor with the same period only.
    const { end = Date.now(), cursor } = JSON.parse(from ?? '{}') as {
      end?: number
      cursor?: string
    }
    const asked = { userid, limit: MEETINGS_SHOWN }
    const request = withPeriod(asked, listMeetingIds.maxSpan, new Date(end))
    const list = wecom.meetings.listIds(cursor ? { ...request, cursor } : request)
    for await (const { meetingid_list, has_more, next_cursor } of list.pages()) {
      const meetings = await detailsOf(wecom, meetingid_list)
      const results = meetings.flatMap((meeting, index) => {
        if (!meeting) return []
        const { meeting_start: start } = times({ meeting_start: meeting.meeting_start as unknown })
        const date = String(start ?? '')
          .slice(0, 16)
          .replace('T', ' ')
        const name = `${meeting.title || meetingid_list[index]} (${date})`
        const isFound = name.toLowerCase().includes(typed.toLowerCase())
        return isFound ? [{ name, value: meetingid_list[index] as string }] : []
      })
      const paginationToken = JSON.stringify({ end, cursor: next_cursor })
      if (results.length > 0 || !has_more) {
        return has_more ? { results, paginationToken } : { results }
      }
    }
    return { results: [] }
  } catch (error) {
    throw toNodeError(this.getNode(), error)
  }
}
