import { createWeComClient, type TokenStore, type WeComClient } from '@wecom-meeting/client'
import { describe, expect, it } from 'vitest'
import { type FakeAnswer, fakeWeCom, issued, refused } from './support/fakeWeCom.ts'

const sleep = async () => {}
const success = { errcode: 0, errmsg: 'ok' }
const meetingid = 'm'

/** A client that gets `answer` to whatever it asks. */
function clientGetting(answer: FakeAnswer | string): WeComClient {
  const { fetch } = fakeWeCom(() => (typeof answer === 'string' ? new Response(answer) : answer))
  return createWeComClient({ accessToken: 'a-token', fetch, sleep })
}

function failureOf(call: PromiseLike<unknown>): Promise<Error> {
  return Promise.resolve(call).then(
    () => expect.fail('the call should have failed'),
    (error) => error,
  )
}

describe('an answer that is not WeCom’s', () => {
  it.each([{}, { code: 401, message: 'login first' }])('%j is no success', async (answer) => {
    const { meetings, webinars } = clientGetting(answer)
    for (const call of [
      meetings.get({ meetingid }),
      webinars.get({ meetingid }),
      webinars.enrollments.list({ meetingid }),
    ]) {
      expect((await failureOf(call)).name).toBe('ResponseFormatError')
    }
  })

  it('is an HttpError where it is a redirect, whatever its body says', async () => {
    const redirect = () => Response.json(refused(40014), { status: 302 })
    const { fetch, credentials, calls, tokenRequests } = fakeWeCom(redirect)
    const wecom = createWeComClient({ ...credentials, fetch, sleep })
    const error = await failureOf(wecom.meetings.get({ meetingid }))
    expect(error).toMatchObject({ name: 'HttpError', status: 302 })
    expect([calls.length, tokenRequests.length]).toEqual([1, 1])
  })
})

describe('a token longer than any of WeCom’s', () => {
  const token = 'long-token-'.repeat(2000)

  it('from WeCom ends in an error of this client, without the token', async () => {
    const { fetch, credentials } = fakeWeCom(
      () => refused(60020),
      () => issued(token),
    )
    const wecom = createWeComClient({ ...credentials, fetch, sleep })
    const error = await failureOf(wecom.meetings.get({ meetingid }))
    expect(error).toMatchObject({ isWeComError: true })
  })

  it('from a store ends in an error of this client, or counts as none', async () => {
    const { fetch, credentials } = fakeWeCom(() => refused(60020))
    const tokenStore: TokenStore = {
      get: async () => ({ token, expiresAt: Date.now() + 7_200_000 }),
      set: async () => {},
      delete: async () => {},
    }
    const wecom = createWeComClient({ ...credentials, fetch, sleep, tokenStore })
    const error = await failureOf(wecom.meetings.get({ meetingid }))
    expect(error).toMatchObject({ isWeComError: true })
  })
})

it('an errmsg that nearly repeats the token again and again does not hold up the process', async () => {
  const { fetch, credentials } = fakeWeCom(
    () => ({ errcode: 60020, errmsg: 'a'.repeat(250_000) }),
    () => issued(`${'a'.repeat(2000)}b`),
  )
  const wecom = createWeComClient({ ...credentials, fetch, sleep })
  const start = performance.now()
  await failureOf(wecom.meetings.get({ meetingid }))
  // 10 s while each place of the text is compared with the whole token.
  expect(performance.now() - start).toBeLessThan(3000)
}, 60_000)

describe('one odd field', () => {
  it('nested beyond what the stack holds does not take other enrollments along', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    const answers = `[{"question_title":"q","answer_content":${deep}}]`
    const list = `[{"enroll_id":1},{"enroll_id":2,"answer_list":${answers}},{"enroll_id":3}]`
    const wecom = clientGetting(`{"errcode":0,"errmsg":"ok","enroll_list":${list}}`)
    const { enroll_list } = await wecom.webinars.enrollments.list({ meetingid })
    expect(enroll_list.map(({ enroll_id }) => enroll_id)).toEqual(['1', '2', '3'])
  })

  it.each([[[]], [{}], [false], [' ']])(
    'as the title, %j, does not hide the subject',
    async (title) => {
      const wecom = clientGetting({ ...success, meetingid, title, subject: 'Launch' })
      expect((await wecom.webinars.get({ meetingid })).title).toBe('Launch')
    },
  )

  it.each([[[]], [{}], [false]])(
    'as the cursor, %j, is no cursor where the page does not say that more follow',
    async (next_cursor) => {
      const wecom = clientGetting({ ...success, enroll_list: [{ enroll_id: 1 }], next_cursor })
      const all = await wecom.webinars.enrollments.list({ meetingid }).toArray()
      expect(all).toHaveLength(1)
    },
  )

  it('a webinar’s ID as a number becomes text, as IDs are elsewhere', async () => {
    const wecom = clientGetting({ ...success, meetingid: 123, title: 'Launch' })
    expect((await wecom.webinars.get({ meetingid })).meetingid).toBe('123')
  })
})

describe('what is given', () => {
  function messageOf(options: object): string {
    try {
      createWeComClient(options as never)
    } catch (error) {
      return (error as Error).message
    }
    return expect.fail('it should have been refused')
  }

  it.each([123_456_789_012, 123_456_789_012n])(
    'as a secret that is no text, %d, is not repeated',
    (corpSecret) => {
      expect(messageOf({ corpId: 'ww', corpSecret })).not.toContain(`${corpSecret}`)
    },
  )

  it.each(['user:12345', 'Kx7aB2secretOfAnAppThatWasPastedHere0123456'])(
    'as a base URL, %s, is not repeated where it is no address',
    (baseUrl) => {
      expect(messageOf({ accessToken: 'a-token', baseUrl })).not.toContain(baseUrl)
    },
  )

  it('as the options of a list is checked as that of other calls', async () => {
    const { meetings, webinars } = clientGetting({ ...success, meetingid })
    for (const options of [5, 'x', { signal: {} }] as never[]) {
      const { message } = await failureOf(meetings.get({ meetingid }, options))
      const list = async () => await webinars.enrollments.list({ meetingid }, options).toArray()
      expect((await failureOf(list())).message).toBe(message)
    }
  })

  it.each([undefined, null, 'an-id', 5])(
    'as a request, %j, is refused in one sentence',
    async (given) => {
      const { meetings, webinars } = clientGetting({ ...success, meetingid })
      const calls = [
        async () => await meetings.get(given as never),
        async () => await webinars.enrollments.list(given as never),
      ]
      for (const call of calls)
        expect((await failureOf(call())).message).toMatch(/; expected .*\.$/)
    },
  )

  it.each([5, null])('to toArray, %j, is refused in one sentence', async (given) => {
    const { webinars } = clientGetting({ ...success, enroll_list: [{}, {}] })
    const call = webinars.enrollments.list({ meetingid }).toArray(given as never)
    expect((await failureOf(call)).message).toMatch(/; expected .*\.$/)
  })
})

it.each(['::ffff:cb00:7107', '203.0.113.7:443', '[::ffff:203.0.113.7]:443'])(
  'the caller’s address %s is 203.0.113.7 in the remedy',
  async (ip) => {
    const errmsg = `not allow to access from your ip, hint: [1], from ip: ${ip}, more info at https://open`
    const error = await failureOf(
      clientGetting({ errcode: 60020, errmsg }).meetings.get({ meetingid }),
    )
    expect(error).toMatchObject({ fix: expect.stringContaining('Add 203.0.113.7 to') })
  },
)
