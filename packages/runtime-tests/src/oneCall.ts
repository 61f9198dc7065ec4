import { createWeComClient } from '@wecom-meeting/client'

// Makes one call to the base URL that it is given, and prints what became of it.
const [, , baseUrl = ''] = process.argv
const wecom = createWeComClient({ baseUrl, corpId: 'ww1', corpSecret: 's3cret', maxRetries: 0 })
await wecom.meetings.get({ meetingid: 'm' }).then(
  ({ title }) => console.log(title),
  (error: Error) => console.log(`${error.name}: ${error.message}`),
)
