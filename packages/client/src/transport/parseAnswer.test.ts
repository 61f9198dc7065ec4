import { describe, expect, test } from 'vitest'
import { fakeWeCom } from '../../test/support/fakeWeCom.ts'
import { createWeComClient } from '../createWeComClient.ts'
import { parseAnswer } from './parseAnswer.ts'

const parsed = (text: string) => parseAnswer('getMeeting', text).body

describe('integers beyond 2^53', () => {
  test('arrive as text, with all their digits', () => {
    expect(
      parsed('{"enroll_id":9007199254740993,"list":[ 12345678901234567890, -9007199254740993]}'),
    ).toEqual({
      enroll_id: '9007199254740993',
      list: ['12345678901234567890', '-9007199254740993'],
    })
  })

  test('other numbers stay numbers', () => {
    const text =
      '{"a":9007199254740991,"b":1386442,"c":-9007199254740991,"d":1.00000000000000001,"e":1234567890123456.5,"f":1e22,"g":1234567890123456E3,"h":1.12345678901234567890,"i":1e-0000000000000000001}'
    expect(parsed(text)).toEqual(JSON.parse(text))
  })

  test.each([
    '"12345678901234567890"',
    '"[12345678901234567890"',
    '"a\\":12345678901234567890"',
    '"\\\\\\":12345678901234567890,\\\\"',
    '":12345678901234567890"',
  ])('the text %s, which only looks like one, is left alone', (text) => {
    const body = `{"title":${text},"enroll_id":12345678901234567890}`
    expect(parsed(body)).toEqual({ title: JSON.parse(text), enroll_id: '12345678901234567890' })
  })

  test('a long answer costs no stack', () => {
    const long = 'x\\"'.repeat(2_000_000)
    const body = parsed(`{"title":"${long}","id":12345678901234567890}`) as Record<string, string>
    expect(body.id).toBe('12345678901234567890')
    expect(body.title).toHaveLength(4_000_000)
  })

  test('reach the caller exact, through the resources and through raw', async () => {
    const text = '{"errcode":0,"has_more":false,"enroll_list":[{"enroll_id":9007199254740993}]}'
    const { fetch } = fakeWeCom(() => new Response(text))
    const wecom = createWeComClient({ accessToken: 'a-token', fetch })
    const page = await wecom.webinars.enrollments.list({ meetingid: 'm' })
    expect(page.enroll_list[0]?.enroll_id).toBe('9007199254740993')
    const body = { meetingid: 'm' }
    const { data } = await wecom.raw.POST('/cgi-bin/meeting/webinar/enroll/list', { body })
    expect(data).toMatchObject({ enroll_list: [{ enroll_id: '9007199254740993' }] })
  })

  test('an ordinary answer is handed on as the very text that came', () => {
    const text = '{ "errcode" : 0, "start_time": "1600000007" }'
    expect(parseAnswer('getMeeting', text).text).toBe(text)
  })
})

test.each([
  '',
  ' ',
  'null',
  'true',
  '7',
  '"text"',
  '[]',
  '[{"errcode":0}]',
  '<html>',
  '{"errcode":0',
  '{"errcode":"0"}',
  '{"errcode":true}',
  '{"errcode":{}}',
  '{"errcode":1.5}',
  '{"errcode":12345678901234567890}',
])('%j is no answer of WeCom’s', (text) => {
  expect(() => parsed(text)).toThrow(
    expect.objectContaining({ name: 'ResponseFormatError', operation: 'getMeeting' }),
  )
})
