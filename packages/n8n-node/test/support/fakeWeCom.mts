import type { IHttpRequestOptions } from 'n8n-workflow'
import type { HttpRequest } from './httpRequest.mts'

/** A WeCom in memory with one webinar, behind n8n's request helper. */
export interface FakeWeCom {
  url: string
  corpId: string
  corpSecret: string
  httpRequest: HttpRequest
  /** ID of the webinar. */
  meetingid: string
  /** The entries of its list, of whatever type. */
  enrollments: unknown[]
  pageSize: number
  /** Whether control characters stand in the responses as they are, instead of escaped. */
  hasRawControls: boolean
  /** Gives the text of a response to a request for a page, instead of that page, or breaks off. */
  respondInstead: ((offset: number) => string | undefined) | undefined
}

let fakes = 0

export function fakeWeCom(enrollments: unknown[] = []): FakeWeCom {
  // No test may find another's token in this process's memory.
  fakes += 1
  const wecom: FakeWeCom = {
    url: 'https://wecom.example',
    corpId: `ww-fake-${fakes}`,
    corpSecret: 'secret-of-a-fake',
    meetingid: 'webinar',
    enrollments,
    pageSize: 50,
    hasRawControls: false,
    respondInstead: undefined,
    httpRequest: async (options) => ({
      body: responseTo(wecom, options),
      headers: {},
      statusCode: 200,
    }),
  }
  return wecom
}

/** How WeCom refuses a request. */
export function refusal(errcode: number): string {
  return JSON.stringify({ errcode, errmsg: 'refused' })
}

function responseTo(wecom: FakeWeCom, { url, body }: IHttpRequestOptions): string {
  if (new URL(url).pathname === '/cgi-bin/gettoken') {
    return JSON.stringify({ errcode: 0, errmsg: 'ok', access_token: 'a-token', expires_in: 7200 })
  }
  const offset = Number(JSON.parse(String(body)).cursor ?? 0)
  return wecom.respondInstead?.(offset) ?? page(wecom, offset)
}

function page({ enrollments, pageSize, hasRawControls }: FakeWeCom, offset: number): string {
  const end = offset + pageSize
  const has_more = end < enrollments.length
  const text = JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    has_more,
    next_cursor: has_more ? String(end) : '',
    enroll_list: enrollments.slice(offset, end),
  })
  return hasRawControls ? text.replaceAll(/\\(u00[01][\da-f]|.)/g, unescapedControl) : text
}

function unescapedControl(escaped: string): string {
  return /^\\["\\]$/.test(escaped) ? escaped : (JSON.parse(`"${escaped}"`) as string)
}
