import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { specPath } from '@wecom-meeting/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../index.ts'
import type { JsonObject } from '../../json.ts'
import { responseExamples } from '../../spec/examples.ts'
import { loadSpec } from '../../spec/loadSpec.ts'
import { call, type PostOperation } from '../../testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
let mock: MockServer

beforeAll(async () => {
  const spec = join(folder, 'openapi.yaml')
  const text = readFileSync(specPath, 'utf8')
    // Under other names these operations have no behaviour of their own.
    .replaceAll(/operationId: (getMeeting|getWebinar|list.*|review.*)/g, '$&Again')
    .replace(/^ +sub-meeting-not-found:\n.*\n/m, '')
  writeFileSync(spec, text)
  mock = await startMockServer({ spec })
})
afterAll(async () => {
  await mock.close()
  rmSync(folder, { recursive: true })
})

async function firstExample(operation: PostOperation): Promise<JsonObject> {
  const { operations } = await loadSpec()
  const resource = operations.find(({ operationId }) => operationId === operation)?.resource
  const [example] = resource ? responseExamples(resource).values() : []
  return example as JsonObject
}

const reviewed = { enroll_id_list: ['a'], action: 3 }

/** What the mock holds of its own. */
function madeUp() {
  const [meeting] = mock.meetings
  const [webinar] = mock.webinars
  return { meeting, webinar }
}

describe('an operation without a behaviour returns its first example', () => {
  test.each<[PostOperation, () => JsonObject]>([
    ['getMeeting', () => ({ meetingid: madeUp().meeting?.meetingid })],
    ['getMeeting', () => ({ meeting_code: madeUp().meeting?.meeting_code })],
    ['getMeeting', () => ({ meetingid: madeUp().meeting?.meetingid, sub_meetingid: 'nobody' })],
    ['getMeeting', () => ({ meetingid: 'XXXXXXXXX' })],
    ['getMeeting', () => ({ meetingid: 'XXXXXXXXX', sub_meetingid: 'submeeting' })],
    ['getMeeting', () => ({ meeting_code: '123456789' })],
    ['getWebinar', () => ({ meetingid: madeUp().webinar?.meetingid })],
    ['getWebinar', () => ({ meeting_code: 'MEETINGCODE' })],
    ['listWebinarEnrollments', () => ({ meetingid: madeUp().webinar?.meetingid, limit: 1 })],
    ['listWebinarEnrollments', () => ({ meetingid: 'MEETINGID1', status: 2 })],
    ['listMeetingIds', () => ({ userid: 'anybody' })],
    ['reviewWebinarEnrollments', () => ({ ...reviewed, meetingid: madeUp().webinar?.meetingid })],
  ])('%s, %#', async (operation, body) => {
    expect(await call(mock, operation, body())).toEqual(await firstExample(operation))
  })
})

test.each<[PostOperation, JsonObject, JsonObject]>([
  [
    'listMeetingIds',
    { userid: 'anybody', cursor: '1223' },
    { errcode: 0, errmsg: 'ok', next_cursor: '', meetingid_list: [] },
  ],
  [
    'listWebinarEnrollments',
    { meetingid: 'MEETINGID1', cursor: 'CURSOR' },
    { errcode: 0, errmsg: 'ok', has_more: false, next_cursor: '', enroll_list: [] },
  ],
])('%s ends after the page of its example', async (operation, body, end) => {
  expect(await call(mock, operation, body)).toEqual(end)
})

test('what requires enrollment is refused where the webinar has none', async () => {
  const { meetingid } = mock.addWebinar({ enrollments: false })
  for (const operation of ['listWebinarEnrollments', 'reviewWebinarEnrollments'] as const) {
    const { errmsg } = await call(mock, operation, { ...reviewed, meetingid })
    expect(errmsg).toContain('enrollment is not switched on for this webinar')
  }
})

describe('it refuses what is not there, as far as its examples have that refusal', () => {
  test.each<[PostOperation, () => JsonObject, number]>([
    ['getMeeting', () => ({ meetingid: 'nobody' }), 90602],
    ['getMeeting', () => ({ meeting_code: 'nobody' }), 730004],
    ['getMeeting', () => ({ meetingid: madeUp().webinar?.meetingid }), 90602],
    ['getWebinar', () => ({ meetingid: madeUp().meeting?.meetingid }), 90602],
    ['listWebinarEnrollments', () => ({ meetingid: 'nobody' }), 90602],
  ])('%s, %#', async (operation, body, errcode) => {
    expect(await call(mock, operation, body())).toMatchObject({ errcode })
  })
})
