import { createHostClient, type WeComClient } from './client.ts'
import type { WeComClientOptions } from './options.ts'
import { runtimeTimer } from './runtimeTimer.ts'

/**
 * Creates a client for the WeCom meeting and webinar endpoints. It gets, keeps and renews the token,
 * retries where that can help, and turns every refusal into a `WeComApiError`.
 *
 * @throws {TypeError} If an option is wrong, the credentials are incomplete, or the base URL is not https.
 * @example
 * const wecom = createWeComClient({ corpId: 'ww…', corpSecret: '…' })
 * const meeting = await wecom.meetings.get({ meetingid: 'hy…' })
 * console.log(meeting.title, meeting.attendees.member.length)
 * @see https://developer.work.weixin.qq.com/document/path/90664
 */
export function createWeComClient(options: WeComClientOptions): WeComClient {
  return createHostClient(options, {
    fetch: (input, init) => fetch(input, init),
    timer: runtimeTimer,
    // There a request may end with its calls under way, and never give back their room.
    isShared: globalThis.navigator?.userAgent !== 'Cloudflare-Workers',
  })
}
