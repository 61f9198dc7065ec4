import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import type { PrismOperation } from '../spec/operations.ts'
import { validateResponse } from '../spec/validate.ts'
import { call, getToken, type PostOperation } from '../testing/callMock.ts'

const { operations } = await loadSpec()
const faults: string[] = []
let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer({ onMockFault: (message) => faults.push(message) })
})
afterAll(() => mock.close())

function operation(operationId: string): PrismOperation {
  const found = operations.find((candidate) => candidate.operationId === operationId)
  if (!found) throw new Error(`the spec has no ${operationId}`)
  return found
}

async function expectValidResponse(operationId: PostOperation, body: unknown, token?: string) {
  const response = await call(mock, operationId, body, token === undefined ? {} : { token })
  expect(validateResponse(operation(operationId), response)).toEqual([])
  expect(faults).toEqual([])
  return response
}

// A schema that does not compile would find everything valid.
describe('the validator finds fault with', () => {
  test.each([
    ['getToken', { errcode: 0, errmsg: 'ok', access_token: 5, expires_in: 7200 }],
    ['getToken', { errcode: 40013 }],
    ['getMeeting', { errcode: 0, errmsg: 'ok', title: 'no more' }],
    ['getWebinar', { meetingid: 5 }],
    ['listWebinarEnrollments', { errcode: 0, errmsg: 'ok', has_more: false, enroll_list: [{}] }],
  ])('%s %o', (operationId, response: JsonObject) => {
    expect(validateResponse(operation(operationId), response)).not.toEqual([])
  })
})

describe('every response validates', () => {
  test('each meeting, by id and by code', async () => {
    expect(mock.meetings.length).toBeGreaterThan(1)
    for (const { meetingid, meeting_code } of mock.meetings) {
      const byId = await expectValidResponse('getMeeting', { meetingid })
      expect(byId.errcode).toBe(0)
      expect(await expectValidResponse('getMeeting', { meeting_code })).toEqual(byId)
    }
  })

  test('each webinar, by id and by code', async () => {
    expect(mock.webinars.length).toBeGreaterThan(1)
    for (const { meetingid, meeting_code } of mock.webinars) {
      const byId = await expectValidResponse('getWebinar', { meetingid })
      expect(byId.meetingid).toBe(meetingid)
      expect(await expectValidResponse('getWebinar', { meeting_code })).toEqual(byId)
    }
  })

  test('each page of enrollments, of each status', async () => {
    const webinar = mock.webinars.find(({ admission_type }) => admission_type === 1)
    for (const status of [0, 1, 2, 3]) {
      let cursor: unknown = ''
      do {
        const body = { meetingid: webinar?.meetingid, status, cursor, limit: 20 }
        const page = await expectValidResponse('listWebinarEnrollments', body)
        expect((page.enroll_list as JsonObject[]).length).toBeGreaterThan(0)
        cursor = page.next_cursor
      } while (cursor)
    }
  })

  test("the pages' own requests get the pages' own samples", async () => {
    const meeting = {
      meetingid: 'XXXXXXXXX',
      meeting_code: 'meetingcodexxx',
      sub_meetingid: 'submeeting',
    }
    expect(await expectValidResponse('getMeeting', meeting)).toMatchObject({
      location: '广州媒体港',
    })
    const webinar = { meetingid: 'MEETINGID', meeting_code: 'MEETINGCODE' }
    expect(await expectValidResponse('getWebinar', webinar)).not.toHaveProperty('errcode')
    const list = { meetingid: 'MEETINGID1', status: 1, cursor: 'CURSOR', limit: 20 }
    expect(await expectValidResponse('listWebinarEnrollments', list)).toMatchObject({
      enroll_list: [{ enroll_id: 1386442 }],
    })
  })

  test('each refusal', async () => {
    const refusals: [PostOperation, unknown, string?][] = [
      ['getMeeting', {}],
      ['getMeeting', '{'],
      ['getMeeting', { meetingid: 5 }],
      ['getMeeting', { meetingid: 'nobody' }],
      ['getWebinar', { meeting_code: 'nobody' }],
      ['getWebinar', { meetingid: 'MEETINGID' }, 'no token'],
      ['listWebinarEnrollments', { meetingid: 'MEETINGID' }],
      ['listWebinarEnrollments', { meetingid: 'MEETINGID1', cursor: 'nobody' }],
    ]
    for (const refusal of refusals) {
      expect((await expectValidResponse(...refusal)).errcode).not.toBe(0)
    }
  })

  test('gettoken, given and refused', async () => {
    const { corpId } = mock
    const responses = [await getToken(mock), await getToken(mock, { corpid: corpId })]
    for (const response of responses)
      expect(validateResponse(operation('getToken'), response)).toEqual([])
  })
})
