import { createWeComClient, type WeComClient } from '@wecom-meeting/client'
import type { MockAddress } from './connection.ts'

let shared: WeComClient | undefined

/** A worker whose requests share a client. `/leave` responds without waiting for its call. */
const worker: { fetch(request: Request): Promise<Response> } = {
  fetch: async (request) => {
    const {
      webinarId: meetingid,
      enrollments: _,
      redirects: __,
      ...options
    } = (await request.json()) as MockAddress
    shared ??= createWeComClient(options)
    const call = shared.webinars.get({ meetingid })
    if (request.url.endsWith('/leave')) {
      call.catch(() => {})
      return Response.json('left')
    }
    return Response.json((await call).meetingid)
  },
}
export default worker
