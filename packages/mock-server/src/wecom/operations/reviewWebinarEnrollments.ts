import { isOwnRequest } from '../../spec/examples.ts'
import { errcodes, Refusal } from '../Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { firstExample } from './respondFromExamples.ts'

/**
 * Each action sets the status of the same number. What is not there is not counted; where nothing is, the call is
 * refused. The page says that what is counted was handled, and not what becomes of the rest.
 *
 * https://developer.work.weixin.qq.com/document/path/98877
 */
export const reviewWebinarEnrollments: OperationBehaviour = {
  respond({ body, resource }, { data }) {
    const meetingid = String(body.meetingid)
    const webinar = data.webinars.get(meetingid)
    if (!webinar && isOwnRequest(resource, body)) return firstExample(resource)
    if (!webinar?.enrollments) return new Refusal(errcodes.invalidMeetingid)
    const ids = new Set((body.enroll_id_list as string[]).map(String))
    const handled = data.updateEnrollments(meetingid, ids, { status: body.action as number })
    if (handled.length === 0) return new Refusal(errcodes.invalidEnrollId)
    return { errcode: 0, errmsg: 'ok', handled_count: handled.length }
  },
}
