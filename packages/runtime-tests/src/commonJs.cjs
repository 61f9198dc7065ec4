// What a CommonJS program does: the client is an ES module, and `require()` takes those.
const { createWeComClient } = require('./client.mjs')

const { baseUrl, corpId, corpSecret, webinarId: meetingid } = JSON.parse(process.argv[2])
createWeComClient({ baseUrl, corpId, corpSecret })
  .webinars.get({ meetingid })
  .then((webinar) => console.log(JSON.stringify(webinar)))
