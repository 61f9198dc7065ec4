import { createWeComClient, EnrollmentStatus } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'

await using mock = await startMockServer() // leave this and baseUrl out to call WeCom itself
const { url: baseUrl, corpId, corpSecret } = mock
const wecom = createWeComClient({ baseUrl, corpId, corpSecret })

const { meetingid } = mock.addWebinar({ title: '秋季发布会', enrollments: 5 })
const webinar = await wecom.webinars.get({ meetingid })
console.log(webinar.title, webinar.sponsor)

const status = EnrollmentStatus.Approved
for await (const enrollment of wecom.webinars.enrollments.list({ meetingid, status })) {
  console.log(enrollment.enroll_time, enrollment.nick_name)
}

const refusal = await wecom.meetings.get({ meeting_code: '1' }).catch((error) => error)
console.log(refusal.message)
console.log(refusal.fix)
