import { createWeComClient } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'

await using mock = await startMockServer() // leave this and baseUrl out to call WeCom itself
const { url: baseUrl, corpId, corpSecret } = mock
const wecom = createWeComClient({ baseUrl, corpId, corpSecret })

const { meetingid } = mock.addWebinar({ title: '秋季发布会', enrollments: 3 })
console.log((await wecom.webinars.get({ meetingid })).title)
for await (const { enroll_time, nick_name } of wecom.webinars.enrollments.list({ meetingid })) {
  console.log(enroll_time, nick_name)
}
await wecom.meetings.get({ meeting_code: '1' }).catch((error) => console.log(error.fix))
