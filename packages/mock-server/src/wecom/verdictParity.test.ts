import { specPath } from '@wecom-meeting/spec'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { getToken, type PostOperation, paths } from '../testing/callMock.ts'
import { type PlainPrism, startPlainPrism } from '../testing/plainPrism.ts'

let prism: PlainPrism
let mock: MockServer
let token: string

beforeAll(async () => {
  prism = await startPlainPrism(specPath)
  mock = await startMockServer()
  token = String((await getToken(mock)).access_token)
})

afterAll(async () => {
  await prism[Symbol.asyncDispose]()
  await mock.close()
})

/** Plain Prism: 200 or one of its own refusals. */
async function prismVerdict(path: string, init: RequestInit): Promise<boolean> {
  const { status } = await fetch(prism.url + path, init)
  return status === 200
}

/** This mock always returns 200; what it thinks of the request stands in its journal. */
async function mockVerdict(path: string, init: RequestInit): Promise<boolean> {
  const response = await fetch(mock.url + path, init)
  expect(response.status).toBe(200)
  return mock.requests().at(-1)?.verdict.valid ?? false
}

async function expectSameVerdict(valid: boolean, path: string, init: RequestInit = {}) {
  const verdicts = { prism: await prismVerdict(path, init), mock: await mockVerdict(path, init) }
  expect(verdicts).toEqual({ prism: valid, mock: valid })
}

function post(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body }
}

const byIdOrCode: [boolean, string][] = [
  [true, '{"meetingid":"XXXXXXXXX"}'],
  [true, '{"meeting_code":"123456789"}'],
  [true, '{"meetingid":"a","meeting_code":"b"}'],
  [true, '{"meetingid":"","meeting_code":"b"}'],
  [true, '{"meetingid":"nobody has it"}'],
  [true, '{"meetingid":"a","unknown":1}'],
  [true, ' {"meetingid" : "\\u4e2d"} '],
  [false, '{}'],
  [false, '{"meetingid":""}'],
  [false, '{"meetingid":null}'],
  [false, '{"meetingid":5}'],
  [false, '{"meetingid":["a"]}'],
  [false, '{"meetingid":"a","meeting_code":5}'],
  [false, '{"sub_meetingid":"a"}'],
  [false, '[]'],
  [false, '["meetingid"]'],
  [false, 'null'],
  [false, 'true'],
  [false, '5'],
  [false, '"meetingid"'],
  [false, ''],
  [false, ' '],
  [false, '{'],
  [false, '{"meetingid":"a"'],
  [false, '{"meetingid":"a",}'],
  [false, "{'meetingid':'a'}"],
  [false, 'meetingid=a'],
  [false, '\uFEFF{"meetingid":"a"}'],
]

const list: [boolean, string][] = [
  [true, '{"meetingid":"a"}'],
  [true, '{"meetingid":"a","status":0,"cursor":"","limit":1}'],
  [true, '{"meetingid":"a","status":3,"cursor":"c","limit":50}'],
  [true, '{"meetingid":"a","limit":20.0}'],
  [false, '{"meeting_code":"a"}'],
  [false, '{"meetingid":""}'],
  [false, '{"meetingid":"a","limit":0}'],
  [false, '{"meetingid":"a","limit":51}'],
  [false, '{"meetingid":"a","limit":-1}'],
  [false, '{"meetingid":"a","limit":1.5}'],
  [false, '{"meetingid":"a","limit":"20"}'],
  [false, '{"meetingid":"a","limit":123456789012345678901234567890}'],
  [false, '{"meetingid":"a","status":4}'],
  [false, '{"meetingid":"a","status":"1"}'],
  [false, '{"meetingid":"a","status":null}'],
  [false, '{"meetingid":"a","cursor":5}'],
]

const requests: [PostOperation, boolean, string][] = [
  ...byIdOrCode.map(([valid, body]): [PostOperation, boolean, string] => [
    'getMeeting',
    valid,
    body,
  ]),
  ...byIdOrCode.map(([valid, body]): [PostOperation, boolean, string] => [
    'getWebinar',
    valid,
    body,
  ]),
  ...list.map(([valid, body]): [PostOperation, boolean, string] => [
    'listWebinarEnrollments',
    valid,
    body,
  ]),
  ['reviewWebinarEnrollments', true, '{"meetingid":"a","enroll_id_list":["b"],"action":1}'],
  ['reviewWebinarEnrollments', false, '{"meetingid":"a","enroll_id_list":[],"action":1}'],
  ['reviewWebinarEnrollments', false, '{"meetingid":"a","enroll_id_list":[5],"action":1}'],
  ['reviewWebinarEnrollments', false, '{"meetingid":"a","enroll_id_list":["b"]}'],
  ['reviewWebinarEnrollments', false, '{"meetingid":"a","enroll_id_list":["b"],"action":4}'],
  ['listMeetingIds', true, '{"userid":"a"}'],
  ['listMeetingIds', true, '{"userid":"a","begin_time":0,"end_time":4294967295,"limit":100}'],
  ['listMeetingIds', false, '{"userid":""}'],
  ['listMeetingIds', false, '{"userid":"a","limit":101}'],
  ['listMeetingIds', false, '{"userid":"a","begin_time":4294967296}'],
  ['listMeetingIds', false, '{"userid":"a","cursor":0}'],
  ['getMeeting', true, '{"meetingid":"a","sub_meetingid":""}'],
  ['getMeeting', false, '{"meetingid":"a","sub_meetingid":5}'],
]

test.each(requests)('%s, valid %s: %s', async (operation, valid, body) => {
  await expectSameVerdict(valid, `${paths[operation]}?access_token=${token}`, post(body))
})

test.each([
  [true, 'corpid=a&corpsecret=b'],
  [true, 'corpid=a&corpsecret=b&more=c'],
  [false, 'corpid=a'],
  [false, 'corpsecret=b'],
  [false, 'corpid=&corpsecret=b'],
  [false, ''],
])('getToken, valid %s: %s', async (valid, query) => {
  await expectSameVerdict(valid, `${paths.getToken}?${query}`)
})

test('a token that is missing or empty', async () => {
  const init = post('{"meetingid":"a"}')
  await expectSameVerdict(false, paths.getMeeting, init)
  await expectSameVerdict(false, `${paths.getMeeting}?access_token=`, init)
})

test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s where POST is required', async (method) => {
  await expectSameVerdict(false, `${paths.getWebinar}?access_token=${token}`, { method })
})
