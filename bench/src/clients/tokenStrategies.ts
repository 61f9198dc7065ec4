import { createWeComClient } from '@wecom-meeting/client'

/** A way to keep a token and to replace one that was refused. */
export interface TokenStrategy {
  name: string
  /** Where it is found, or what it is like. */
  description: string
  /** Makes a function that gets a webinar. */
  create(fetch: typeof globalThis.fetch, baseUrl: string): () => Promise<unknown>
}

interface Answer {
  errcode?: number
}

type Send = (token: string) => Promise<Answer>
type Issue = () => Promise<string>

const TOKEN_ERRORS: readonly unknown[] = [40014, 42001]
const WEBINAR_PATH = '/cgi-bin/meeting/webinar/get'
let corps = 0

/** What callers of WeCom do about tokens. All but the last are written here from their description. */
export const tokenStrategies: readonly TokenStrategy[] = [
  reimplemented(
    'a token for each refused call',
    'the naive pattern: whoever is refused asks for a token',
    (issue, send) => {
      let token: Promise<string> | undefined
      return async () => {
        token ??= issue()
        const answer = await send(await token)
        if (!isTokenError(answer)) return answer
        token = issue()
        return await send(await token)
      }
    },
  ),
  reimplemented(
    'expire, then refresh under a lock',
    'weixin-java-cp, BaseWxCpServiceImpl.executeInternal: any token error expires the kept token, whichever token it was about; one refresh at a time',
    (issue, send) => {
      let token: string | undefined
      let refresh: Promise<string> | undefined
      const current = async () => {
        if (token !== undefined) return token
        refresh ??= issue().finally(() => {
          refresh = undefined
        })
        token = await refresh
        return token
      }
      return async () => {
        const answer = await send(await current())
        if (!isTokenError(answer)) return answer
        token = undefined
        return await send(await current())
      }
    },
  ),
  {
    name: '@wecom-meeting/client',
    description: 'drops the refused token only, shares one request, keeps what is newer',
    create(fetch, baseUrl) {
      const corpId = `ww${++corps}`
      const wecom = createWeComClient({ corpId, corpSecret: 'secret', baseUrl, fetch })
      return () => wecom.webinars.get({ meetingid: 'MEETINGID' })
    },
  },
]

function reimplemented(
  name: string,
  description: string,
  strategy: (issue: Issue, send: Send) => () => Promise<Answer>,
): TokenStrategy {
  return {
    name,
    description,
    create(fetch, baseUrl) {
      const issue: Issue = async () => {
        const response = await fetch(`${baseUrl}/cgi-bin/gettoken?corpid=ww&corpsecret=s`)
        return ((await response.json()) as { access_token: string }).access_token
      }
      const send: Send = async (token) => {
        const url = `${baseUrl}${WEBINAR_PATH}?access_token=${token}`
        const response = await fetch(url, { method: 'POST', body: '{"meetingid":"MEETINGID"}' })
        return (await response.json()) as Answer
      }
      return strategy(issue, send)
    },
  }
}

function isTokenError({ errcode }: Answer): boolean {
  return TOKEN_ERRORS.includes(errcode)
}
