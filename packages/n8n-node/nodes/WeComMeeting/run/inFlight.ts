import type { WeComClientOptions } from '@wecom-meeting/client/host'

/** How many items may be under way at a time; it may become less while they are. */
export interface InFlight {
  most: number
}

const MOST_AT_FIRST = 30

/** Says that too many calls of the corp are under way at an endpoint. */
const TOO_MANY_AT_A_TIME = 45033

/** As many as a run begins with. */
export function inFlightAtFirst(): InFlight {
  return { most: MOST_AT_FIRST }
}

/**
 * Learns from refusals how many WeCom allows, which it does not say: each call that it refuses for
 * that was one too many. The client sends it again.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function fewerAfterRefusal(inFlight: InFlight): NonNullable<WeComClientOptions['hooks']> {
  return {
    onRetry({ errcode }) {
      if (errcode === TOO_MANY_AT_A_TIME) inFlight.most = Math.max(1, inFlight.most - 1)
    },
  }
}
