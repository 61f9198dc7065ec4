import { createWeComClient, EnrollmentAction, EnrollmentStatusFilter } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'
import {
  printEnrollments,
  printHeading,
  printLine,
  printMeeting,
  printRefusal,
  printWebinar,
} from './print.ts'

await using mock = await startMockServer({ enrollments: 120 })
const { url: baseUrl, corpId, corpSecret } = mock
const wecom = createWeComClient({ corpId, corpSecret, baseUrl })

// The first of each is the sample on WeCom's page; the second one is made up and livelier.
const meetingid = mock.meetings[1]?.meetingid ?? ''
const webinarId = mock.webinars[1]?.meetingid ?? ''

console.log(`A mock WeCom listens on ${baseUrl}; the client calls it as it would call WeCom.`)

printHeading('wecom.meetings.get({ meetingid })')
printMeeting(await wecom.meetings.get({ meetingid }))

printHeading('wecom.webinars.get({ meetingid })')
printWebinar(await wecom.webinars.get({ meetingid: webinarId }))

printHeading('wecom.webinars.enrollments.list({ meetingid })')
await printEnrollments(wecom.webinars.enrollments.list({ meetingid: webinarId }))

printHeading('wecom.webinars.enrollments.review({ meetingid, enroll_id_list, action })')
const pending = { meetingid: webinarId, status: EnrollmentStatusFilter.Pending }
const enroll_id_list: string[] = []
for await (const { enroll_id } of wecom.webinars.enrollments.list(pending)) {
  enroll_id_list.push(enroll_id)
}
const action = EnrollmentAction.Approve
printLine(
  'approved',
  (await wecom.webinars.enrollments.review({ meetingid: webinarId, enroll_id_list, action }))
    .handled_count,
)

printHeading('wecom.meetings.listIds({ userid, begin_time })')
const { admin_userid: userid = '', meeting_start: begin_time } = mock.meetings[1] ?? {}
const ids = await wecom.meetings.listIds({ userid, begin_time: Number(begin_time) }).toArray()
printLine(userid, ids.join(', '))

printHeading("The same call from an address that WeCom doesn't trust")
const untrusted = { headers: { Prefer: 'example=untrusted-ip' } }
await wecom.meetings.get({ meetingid }, untrusted).catch(printRefusal)

const tokens = mock.requests({ operation: 'getToken' }).length
console.log(`\n${mock.requests().length} requests in all, ${tokens} of them for the token.`)
