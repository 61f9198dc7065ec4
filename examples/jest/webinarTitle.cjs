/** The title of a webinar: any code of yours that calls WeCom and takes its address from outside. */
async function webinarTitle(meetingid, { url, corpId, corpSecret }) {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const token = await (await fetch(`${url}/cgi-bin/gettoken?${query}`)).json()
  const response = await fetch(
    `${url}/cgi-bin/meeting/webinar/get?access_token=${token.access_token}`,
    { method: 'POST', body: JSON.stringify({ meetingid }) },
  )
  const { title, errcode = 0, errmsg } = await response.json()
  if (errcode !== 0) throw new Error(`WeCom says ${errcode}: ${errmsg}`)
  return title
}

module.exports = { webinarTitle }
