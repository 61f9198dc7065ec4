import {
  apiErrorFor,
  ConnectionError,
  checkedBaseUrl,
  english,
  parseAnswer,
} from '@wecom-meeting/client/core'
import type { WeComMeetingApiCredential } from '../transport/clientWith.ts'
import type { Fetch } from '../transport/httpRequestFetch.ts'

/**
 * Asks WeCom for a token, whatever is remembered of this credential: a test has to look.
 *
 * @throws TypeError for a base URL that is none or is insecure without permission, before anything
 *   is sent; ConnectionError; ResponseFormatError where the answer is not WeCom's; WeComApiError.
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export async function requestToken(
  fetch: Fetch,
  { corpId, corpSecret, baseUrl, allowInsecure }: WeComMeetingApiCredential,
): Promise<string> {
  const operation = 'getToken'
  const origin = checkedBaseUrl(baseUrl, allowInsecure)
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const response = await fetch(`${origin}/cgi-bin/gettoken?${query}`).catch((cause: unknown) => {
    // Only the code of the cause: the rest may hold the address, and that holds the secret.
    throw new ConnectionError(`There is no answer from ${new URL(origin).origin}.`, {
      operation,
      cause: (cause as Error).cause,
    })
  })
  const { body } = parseAnswer(operation, await response.text())
  const refusal = apiErrorFor(english, operation, { body, secret: corpSecret })
  if (refusal) throw refusal
  const { access_token } = body as { access_token?: unknown }
  if (typeof access_token === 'string') return access_token
  throw new TypeError(
    'The answer has no access token: this is not a WeCom server. Check the Base URL.',
  )
}
