import { type BadRequest, badRequests } from './badRequests.ts'
import { CORP_ID, CORP_SECRET } from './credentials.ts'

const PATIENCE_MS = 3000

/** How many of the bad requests get HTTP 200 and WeCom's errcode, and how many no answer at all. */
export async function countRight(url: string): Promise<{ right: number; unanswered: number }> {
  const token = await validToken(url)
  const verdicts: string[] = []
  for (const request of badRequests) verdicts.push(await verdictOn(url, request, token))
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length
  return { right: count('right'), unanswered: count('unanswered') }
}

async function verdictOn(
  url: string,
  { method = 'POST', path, body, errcode }: BadRequest,
  token: string,
): Promise<'right' | 'wrong' | 'unanswered'> {
  const filled = path
    .replace('TOKEN', token)
    .replace('CORPID', CORP_ID)
    .replace('SECRET', CORP_SECRET)
  try {
    const response = await fetch(`${url}${filled}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: body ?? '',
      }),
    })
    const answer = (await response.json().catch(() => ({}))) as { errcode?: number }
    return response.status === 200 && answer.errcode === errcode ? 'right' : 'wrong'
  } catch {
    return 'unanswered'
  }
}

/** A token of the mock server, where it knows tokens at all. */
export async function validToken(url: string): Promise<string> {
  const query = new URLSearchParams({ corpid: CORP_ID, corpsecret: CORP_SECRET })
  const response = await fetch(`${url}/cgi-bin/gettoken?${query}`)
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string }
  return answer.access_token || 'token'
}
