import { describe, expect, test } from 'vitest'
import { fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import { parseResponse } from './response.ts'

/** Reads a response to an operation that the spec does not have. */
const parse = (text: string) =>
  parseResponse({ operation: 'getRooms', now: Date.now }, new Response(text), text, (said) => said)
const parsed = (text: string) => parse(text).body
const meetingid = 'm'

/** A client that gets `text`, and what it sent. */
function clientGiven(text: string) {
  const fake = fakeWeCom(() => new Response(text))
  const options = { accessToken: 'a-token', fetch: fake.fetch, sleep: async () => {} }
  return { wecom: createWeComClient(options), calls: fake.calls }
}

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

  test('a long response costs no stack', () => {
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

  test('arrive beside what is nested deeper than the stack', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(parsed(`{"deep":${deep},"title":"a\nb","id":12345678901234567890}`)).toMatchObject({
      title: 'a\nb',
      id: '12345678901234567890',
    })
  })

  test.each(['0012345678901234567890', '-012345678901234567890', '12345678901234567890-'])(
    '%s is no JSON',
    (number) => {
      expect(() => parsed(`{"id":${number}}`)).toThrow(/no JSON/)
    },
  )

  test('an ordinary response is handed on as the very text received', () => {
    const text = '{ "errcode" : 0, "start_time": "1600000007" }'
    expect(parse(text).text).toBe(text)
  })
})

describe('control characters in texts', () => {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))

  test.each(controls)('%j is read unchanged', (control) => {
    const text = `{"title":"a${control}b","${control}":["${control}${control}"]}`
    expect(parsed(text)).toEqual({ title: `a${control}b`, [control]: [control + control] })
  })

  test('are left alone outside texts, and where they are escaped', () => {
    const body = { 'a\n"\\': '\n\\n\\"\u0001\\\\', list: ['\t'] }
    const pretty = JSON.stringify(body, undefined, '\t').replaceAll('\n', '\r\n')
    expect(parsed(pretty.replaceAll('\\u0001', '\u0001'))).toEqual(body)
  })

  test('beside integers beyond 2^53', () => {
    expect(parsed('{"title":"a\nb","id":9007199254740993}')).toEqual({
      title: 'a\nb',
      id: '9007199254740993',
    })
  })

  test('outside texts they are no JSON', () => {
    expect(() => parsed('{"a":1\u0001}')).toThrow(/no JSON/)
    expect(() => parsed('{"a":"1\n')).toThrow(/no JSON/)
  })

  test('reach the caller at the first attempt, through the resources, their response and raw', async () => {
    const { wecom, calls } = clientGiven('{"errcode":0,"meetingid":"m","title":"a\n\u0007b"}')
    const { data, response } = await wecom.webinars.get({ meetingid }).withResponse()
    expect(data.title).toBe('a\n\u0007b')
    expect(await response.json()).toMatchObject({ title: 'a\n\u0007b' })
    const raw = await wecom.raw.POST('/cgi-bin/meeting/webinar/get', { body: { meetingid } })
    expect(raw.data).toMatchObject({ title: 'a\n\u0007b' })
    expect(calls).toHaveLength(2)
  })

  // A quadratic reader would take minutes.
  test.each([
    ['quotes', '\\"'],
    ['control characters', '\n'],
    ['texts', '","'],
    ['backslashes', '\\\\'],
  ])('a long response of %s is read in one go', (_, part) => {
    const text = `{"a":["\n${part.repeat(1_000_000)}"]}`
    expect(JSON.stringify(parsed(text)).length).toBeGreaterThan(1_000_000)
    expect(() => parsed(text.slice(0, -3))).toThrow(/no JSON/)
  })
})

test.each([',', ':', '[', ', ', ',-', '-', '1-'])(
  'a long response of %j around a long integer is refused in one go',
  (part) => {
    for (const text of [part.repeat(1_000_000), `${part}${' '.repeat(2_000_000)}`]) {
      expect(() => parsed(`{"id":12345678901234567890${text}}`)).toThrow(/no JSON/)
    }
  },
)

describe('an errcode in digits', () => {
  test('0 is a success', async () => {
    const { wecom } = clientGiven('{"errcode":"0","errmsg":"ok","title":"t"}')
    const meeting = await wecom.meetings.get({ meetingid })
    expect(meeting.title).toBe('t')
    expect(meeting).not.toHaveProperty('errcode')
  })

  test('that names a dead token renews it', async () => {
    const dead = { ...refused(40014), errcode: '40014' }
    const fake = fakeWeCom((_, nth) => (nth === 1 ? dead : { errcode: 0, title: 't' }))
    const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
    await wecom.meetings.get({ meetingid })
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })

  test('that says busy is tried again', async () => {
    const fake = fakeWeCom((_, nth) => (nth === 1 ? { errcode: '-1' } : { errcode: 0 }))
    const told: unknown[] = []
    const hooks = { onRetry: ({ errcode }: { errcode?: number }) => void told.push(errcode) }
    const options = { accessToken: 't', fetch: fake.fetch, sleep: async () => {}, hooks }
    await createWeComClient(options).meetings.get({ meetingid })
    expect(told).toEqual([-1])
  })

  test('that names the address has its remedy, and its class', async () => {
    const { wecom } = clientGiven(JSON.stringify({ ...refused(60020), errcode: '60020' }))
    await expect(wecom.meetings.get({ meetingid })).rejects.toMatchObject({
      name: 'PermissionError',
      errcode: 60020,
      fix: expect.stringContaining('Add 203.0.113.7'),
    })
  })

  test('refuses a secret, and hands out a token', async () => {
    const responses = [
      { ...refused(40001), errcode: '40001' },
      { ...issued('a-token'), errcode: '0' },
    ]
    const outcomes = responses.map(async (response) => {
      const fake = fakeWeCom(
        () => ({ errcode: '0', title: 't' }),
        () => response,
      )
      const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
      return wecom.meetings.get({ meetingid }).catch(({ errcode }) => errcode)
    })
    expect(await Promise.all(outcomes)).toMatchObject([40001, { title: 't' }])
  })
})

describe('a response without what shows it to be WeCom’s', () => {
  test('a webinar needs its ID or an errcode, everything else an errcode', async () => {
    const webinar = (text: string) => clientGiven(text).wecom.webinars.get({ meetingid })
    expect(await webinar('{"meetingid":"m"}')).toMatchObject({ meetingid: 'm' })
    expect(await webinar('{"errcode":0}')).toMatchObject({ title: '' })
    const meeting = clientGiven('{"meetingid":"m"}').wecom.meetings.get({ meetingid })
    await expect(meeting).rejects.toMatchObject({ name: 'ResponseFormatError' })
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
  '{"errcode":"0x10"}',
  '{"errcode":" 0"}',
  '{"errcode":""}',
  '{"errcode":[0]}',
  '{"errcode":"12345678901234567890"}',
  '{"errcode":true}',
  '{"errcode":{}}',
  '{"errcode":1.5}',
  '{"errcode":12345678901234567890}',
])('%j is no response of WeCom’s', (text) => {
  expect(() => parsed(text)).toThrow(
    expect.objectContaining({ name: 'ResponseFormatError', operation: 'getRooms' }),
  )
})
