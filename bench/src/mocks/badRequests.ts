/** A request that WeCom refuses, and with what. */
export interface BadRequest {
  what: string
  errcode: number
  method?: string
  /** `TOKEN` stands for a valid token. */
  path: string
  body?: string
}

const GET_INFO = '/cgi-bin/meeting/get_info'
const GET_WEBINAR = '/cgi-bin/meeting/webinar/get'
const LIST = '/cgi-bin/meeting/webinar/enroll/list'
const withToken = (path: string) => `${path}?access_token=TOKEN`
const corp = 'corpid=CORPID&corpsecret=SECRET'

/** Twenty bad requests, with the errcodes of WeCom's general rules. */
export const badRequests: readonly BadRequest[] = [
  {
    what: 'JSON that does not parse',
    errcode: 40058,
    path: withToken(GET_INFO),
    body: '{"meetingid":',
  },
  {
    what: 'a byte-order mark',
    errcode: 40058,
    path: withToken(GET_INFO),
    body: '\uFEFF{"meetingid":"m"}',
  },
  { what: 'no body', errcode: 40063, path: withToken(GET_INFO) },
  { what: 'an array for a body', errcode: 40058, path: withToken(GET_INFO), body: '[]' },
  { what: 'neither ID nor code', errcode: 40063, path: withToken(GET_INFO), body: '{}' },
  { what: 'an empty ID', errcode: 40063, path: withToken(GET_INFO), body: '{"meetingid":""}' },
  {
    what: 'a number for an ID',
    errcode: 40058,
    path: withToken(GET_INFO),
    body: '{"meetingid":7}',
  },
  {
    what: 'an unknown ID',
    errcode: 90602,
    path: withToken(GET_INFO),
    body: '{"meetingid":"nobody"}',
  },
  {
    what: 'an unknown code',
    errcode: 730004,
    path: withToken(GET_WEBINAR),
    body: '{"meeting_code":"1"}',
  },
  { what: 'GET where POST is needed', errcode: 40058, method: 'GET', path: withToken(GET_INFO) },
  { what: 'no token', errcode: 41001, path: GET_INFO, body: '{"meetingid":"m"}' },
  {
    what: 'an invalid token',
    errcode: 40014,
    path: `${GET_INFO}?access_token=x`,
    body: '{"meetingid":"m"}',
  },
  {
    what: 'a limit of 0',
    errcode: 40058,
    path: withToken(LIST),
    body: '{"meetingid":"MEETINGID1","limit":0}',
  },
  {
    what: 'a limit of 51',
    errcode: 40058,
    path: withToken(LIST),
    body: '{"meetingid":"MEETINGID1","limit":51}',
  },
  {
    what: 'text for a limit',
    errcode: 40058,
    path: withToken(LIST),
    body: '{"meetingid":"MEETINGID1","limit":"20"}',
  },
  {
    what: 'a status that does not exist',
    errcode: 40058,
    path: withToken(LIST),
    body: '{"meetingid":"MEETINGID1","status":4}',
  },
  {
    what: 'a wrong secret',
    errcode: 40001,
    method: 'GET',
    path: '/cgi-bin/gettoken?corpid=CORPID&corpsecret=x',
  },
  {
    what: 'a wrong corp ID',
    errcode: 40013,
    method: 'GET',
    path: '/cgi-bin/gettoken?corpid=x&corpsecret=SECRET',
  },
  {
    what: 'no corp ID',
    errcode: 41002,
    method: 'GET',
    path: '/cgi-bin/gettoken?corpsecret=SECRET',
  },
  {
    what: 'no secret',
    errcode: 41004,
    method: 'GET',
    path: `/cgi-bin/gettoken?${corp.split('&')[0]}`,
  },
]
