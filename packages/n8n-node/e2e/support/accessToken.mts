import type { MockServer } from '@wecom-meeting/mock-server'

/** A token, as whoever uses n8n's HTTP Request node has to get one. */
export async function accessToken({ url, corpId, corpSecret }: MockServer): Promise<string> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const response = await fetch(`${url}/cgi-bin/gettoken?${query}`)
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}
