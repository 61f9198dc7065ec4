import { setTimeout as delay } from 'node:timers/promises'

/** A WeCom inside a `fetch`, whose token can be ended at any time; it counts calls of gettoken. */
export interface DyingTokenWeCom {
  fetch: typeof fetch
  /** Ends the token. Calls that carry it are refused, spread over `refusedWithin` milliseconds. */
  endToken(refusedWithin: number): void
  gettokenCalls: number
}

const GETTOKEN_MS = 50

/** Makes such a WeCom; refusals are 40014 and 42001 in turn, as users see both. */
export function dyingTokenWeCom(answer: object): DyingTokenWeCom {
  let generation = 0
  let refusedWithin = 0
  let refusals = 0
  const wecom: DyingTokenWeCom = {
    gettokenCalls: 0,
    endToken(within) {
      generation += 1
      refusedWithin = within
      refusals = 0
    },
    async fetch(input) {
      const url = new URL(String(input))
      if (url.pathname === '/cgi-bin/gettoken') {
        wecom.gettokenCalls += 1
        const access_token = `token-${generation}`
        await delay(GETTOKEN_MS)
        return Response.json({ errcode: 0, errmsg: 'ok', access_token, expires_in: 7200 })
      }
      if (url.searchParams.get('access_token') === `token-${generation}`) {
        return Response.json(answer)
      }
      const errcode = refusals++ % 2 ? 42001 : 40014
      await delay((refusals / 50) * refusedWithin)
      return Response.json({ errcode, errmsg: 'the token has ended' })
    },
  }
  return wecom
}
