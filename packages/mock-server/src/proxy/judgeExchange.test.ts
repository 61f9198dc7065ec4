import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { answerExamples, requestExamples } from '../spec/examples.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { closedOperation } from './closedOperation.ts'
import { departureText } from './departureText.ts'
import { answerDepartures, requestDepartures } from './judgeExchange.ts'

const { operations, errorTexts } = await loadSpec()
const closed = new Map(operations.map((one) => [one.operationId, closedOperation(one)]))
const operation = (id: string) => {
  const found = closed.get(id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}

function ofRequest(
  id: string,
  body: unknown,
  query: Record<string, string> = { access_token: 'T' },
) {
  const departures = requestDepartures(operation(id), { query, body })
  return departures.map((departure) => departureText(departure, { values: false }))
}

function ofAnswer(id: string, body: unknown) {
  const departures = answerDepartures(operation(id), body, errorTexts)
  return departures.map((departure) => departureText(departure, { values: false }))
}

function sample(id: string): JsonObject {
  return structuredClone(
    answerExamples(operation(id).operation.resource).get('resolved'),
  ) as JsonObject
}

describe('what the spec gives as examples does not depart', () => {
  const examples = operations.flatMap(({ operationId, resource }) => [
    ...Array.from(answerExamples(resource), ([name, body]) => ({ operationId, name, body })),
  ])
  // The published meeting holds attendance statuses that its page does not list: row 27.
  const judged = examples.filter(
    ({ operationId, name }) => operationId !== 'getMeeting' || name !== 'as-published',
  )
  test.each(judged)('answer $name of $operationId', ({ operationId, body }) => {
    expect(ofAnswer(operationId, body)).toEqual([])
  })

  test.each(
    operations.flatMap(({ operationId, resource }) =>
      Array.from(requestExamples(resource), ([name, body]) => ({ operationId, name, body })),
    ),
  )('request $name of $operationId', ({ operationId, body }) => {
    expect(ofRequest(operationId, body)).toEqual([])
  })
})

describe('a request', () => {
  test.each([
    [{}, ['request body: expected meetingid or meeting_code, required; came an empty object']],
    [undefined, ['request body: expected a body, required; came nothing']],
    [[], ['request body: expected object; came an empty array']],
    [{ meetingid: 3 }, ['request meetingid: expected string; came an integer']],
    [
      { meeting_code: 'c', foo: 1 },
      ['request foo: expected no field of this name; came an integer'],
    ],
  ])('%o', (body, lines) => {
    expect(ofRequest('getMeeting', body)).toEqual(lines)
  })

  test('without a token, with a parameter that the spec does not have', () => {
    expect(ofRequest('getMeeting', { meetingid: 'm' }, { debug: '1' })).toEqual([
      'request query.access_token: expected access_token, required; came nothing',
      'request query.debug: expected no parameter of this name; came a value',
    ])
  })

  test('with codes and limits out of range', () => {
    expect(ofRequest('listWebinarEnrollments', { meetingid: 'm', status: 7, limit: 51 })).toEqual([
      'request status: expected one of 0, 1, 2, 3; came 7',
      'request limit: expected <= 50; came an integer',
    ])
  })

  test('for a token, without a secret', () => {
    expect(ofRequest('getToken', undefined, { corpid: 'c' })).toEqual([
      'request query.corpsecret: expected corpsecret, required; came nothing',
    ])
  })
})

describe('an answer', () => {
  test('with fields, types and codes that the spec does not have', () => {
    const answer = sample('getMeeting')
    const settings = answer.settings as JsonObject
    const attendees = answer.attendees as { member: JsonObject[] }
    Object.assign(attendees.member[1] ?? {}, { status: 9, mood: 'fine' })
    delete answer.title
    settings.password = null
    settings.wallpaper = { url: 'https://example.com/w.png', userid: 'zhangsan' }
    answer.guests = 'none'
    expect(ofAnswer('getMeeting', answer).sort()).toEqual([
      'answer attendees.member[].mood: expected no field of this name; came a string of 4 small letters',
      'answer attendees.member[].status: expected one of 1, 2; came 9',
      'answer guests: expected array; came a string of 4 small letters',
      'answer settings.password: expected string; came null',
      'answer settings.wallpaper: expected no field of this name; came an object with url: string, userid: string',
      'answer title: expected title, required; came nothing',
    ])
  })

  test('a refusal is judged as one, and its errcode by the catalogue', () => {
    expect(ofAnswer('getWebinar', { errcode: 990_001, errmsg: 5 }).sort()).toEqual([
      "answer errcode: expected one of the spec's x-errcodes; came 990001",
      'answer errmsg: expected string; came an integer',
    ])
    expect(ofAnswer('getWebinar', { errcode: 90602, errmsg: 'invalid meetingid' })).toEqual([])
  })

  test.each([null, 'text', [1], 5, true])('%o instead of an object', (body) => {
    expect(ofAnswer('getToken', body)).toHaveLength(1)
  })
})
