import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type MockServer, MockSetupError, startMockServer } from './index.ts'
import type { JsonObject } from './json.ts'
import { call, getToken, paths } from './testing/callMock.ts'

const unexpected = (message: string): never => {
  throw new Error(message)
}

function start(options: Parameters<typeof startMockServer>[0] = {}): Promise<MockServer> {
  return startMockServer({ onMockFault: unexpected, ...options })
}

describe('gettoken', () => {
  test('gives one token per corp ID and secret while it lives', async () => {
    await using mock = await start()
    const first = await getToken(mock)
    expect(first).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7200 })
    expect(await getToken(mock)).toEqual(first)
  })

  test.each([
    ['wrong secret', 40001, { corpid: 'CORP', corpsecret: 'wrong' }],
    ['wrong corp ID', 40013, { corpid: 'wrong', corpsecret: 'SECRET' }],
    ['no corp ID', 41002, { corpsecret: 'SECRET' }],
    ['empty corp ID', 41002, { corpid: '', corpsecret: 'SECRET' }],
    ['no secret', 41004, { corpid: 'CORP' }],
    ['neither', 41002, {}],
  ])('%s: %i', async (_name, errcode, query) => {
    await using mock = await start({ corpId: 'CORP', corpSecret: 'SECRET' })
    expect(await getToken(mock, query as Record<string, string>)).toMatchObject({ errcode })
  })
})

describe('a token', () => {
  const sample = { meetingid: 'XXXXXXXXX' }

  test('that is unknown, missing or expired is refused, each with its errcode', async () => {
    let time = 1_700_000_000_000
    await using mock = await start({ tokenTtl: 60, now: () => time })
    const token = String((await getToken(mock)).access_token)
    expect(await call(mock, 'getMeeting', sample, { token })).toMatchObject({ errcode: 0 })
    expect(await call(mock, 'getMeeting', sample, { token: 'no' })).toMatchObject({
      errcode: 40014,
    })
    expect(await call(mock, 'getMeeting', sample, { token: '' })).toMatchObject({ errcode: 41001 })
    time += 60_000
    expect(await call(mock, 'getMeeting', sample, { token })).toMatchObject({ errcode: 42001 })
  })

  test('that was ended early is refused, and gettoken gives a new one', async () => {
    await using mock = await start({ expiredTokenErrcode: 40014 })
    const token = String((await getToken(mock)).access_token)
    mock.expireTokens()
    expect(await call(mock, 'getMeeting', sample, { token })).toMatchObject({ errcode: 40014 })
    expect(await call(mock, 'getMeeting', sample)).toMatchObject({ errcode: 0 })
  })

  test('is checked before the body is looked at', async () => {
    await using mock = await start()
    expect(await call(mock, 'getMeeting', '{', { token: 'no' })).toMatchObject({ errcode: 40014 })
  })
})

describe('a request that names nothing', () => {
  test.each([
    ['getMeeting', { meetingid: 'nobody' }, 90602],
    ['getMeeting', { meeting_code: 'nobody' }, 730004],
    ['getMeeting', { meetingid: 'XXXXXXXXX', sub_meetingid: 'nobody' }, 730003],
    ['getWebinar', { meetingid: 'nobody', meeting_code: 'MEETINGCODE' }, 90602],
    ['getWebinar', { meeting_code: 'nobody' }, 730004],
    ['listWebinarEnrollments', { meetingid: 'nobody' }, 90602],
  ] as const)('%s %o: %i', async (operation, body, errcode) => {
    await using mock = await start()
    expect(await call(mock, operation, body)).toMatchObject({ errcode })
  })
})

test('the path wants POST: GET is refused with 40058', async () => {
  await using mock = await start()
  const response = await fetch(mock.url + paths.getMeeting)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ errcode: 40058 })
})

test('an unknown path is a 404 that lists the known ones', async () => {
  await using mock = await start()
  const response = await fetch(`${mock.url}/cgi-bin/meeting/get`)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    error: 'no such path: /cgi-bin/meeting/get',
    known: Object.values(paths).map(
      (path) => `${path === paths.getToken ? 'GET' : 'POST'} ${path}`,
    ),
  })
})

describe('data', () => {
  test('a recurring meeting has attendees, sub-meetings and segments', async () => {
    await using mock = await start()
    const recurring = mock.meetings.find(
      ({ meeting_type, title }) => meeting_type === 1 && title !== 'title',
    )
    const response = await call(mock, 'getMeeting', { meetingid: recurring?.meetingid })
    expect(response).toMatchObject({ errcode: 0, title: '产品与研发周例会' })
    expect(response).not.toHaveProperty('meetingid')
    expect(response).toHaveProperty('attendees.member.length', 6)
    expect(response).toHaveProperty('sub_meetings.length', 10)
    expect(response).toHaveProperty('sub_repeat_list.length', 2)
    const sub_meetingid = (response.sub_meetings as JsonObject[])[9]?.sub_meetingid
    const body = { meeting_code: recurring?.meeting_code, sub_meetingid }
    expect(await call(mock, 'getMeeting', body)).toEqual(response)
  })

  test('a webinar has as many enrollments as asked for, through all pages', async () => {
    await using mock = await start({ enrollments: 123 })
    const webinar = mock.webinars.find(({ admission_type }) => admission_type === 1)
    const ids = new Set<unknown>()
    const sizes: number[] = []
    let cursor: unknown
    do {
      const page = await call(mock, 'listWebinarEnrollments', {
        meetingid: webinar?.meetingid,
        cursor,
      })
      const list = page.enroll_list as JsonObject[]
      sizes.push(list.length)
      for (const { enroll_id } of list) ids.add(enroll_id)
      cursor = page.next_cursor
    } while (cursor)
    expect(sizes).toEqual([50, 50, 23])
    expect(ids.size).toBe(123)
  })

  test('the same seed gives the same bytes, another seed others', async () => {
    await using one = await start({ seed: 7 })
    await using same = await start({ seed: 7 })
    await using other = await start({ seed: 8 })
    expect(JSON.stringify(same.webinars)).toBe(JSON.stringify(one.webinars))
    expect(JSON.stringify(same.meetings)).toBe(JSON.stringify(one.meetings))
    expect(JSON.stringify(other.webinars)).not.toBe(JSON.stringify(one.webinars))
    expect((await getToken(same)).access_token).toBe((await getToken(one)).access_token)
    expect((await getToken(other)).access_token).not.toBe((await getToken(one)).access_token)
  })

  test('what is added is found by id and by code, and only on its own server', async () => {
    await using mock = await start()
    await using other = await start()
    const meeting = mock.addMeeting({ title: '周会', meeting_code: '555666777' })
    const webinar = mock.addWebinar({ title: '秋季发布会', enrollments: 2 })
    expect(await call(mock, 'getMeeting', { meeting_code: '555666777' })).toMatchObject({
      title: '周会',
    })
    const { meeting_code, meetingid } = webinar
    expect(await call(mock, 'getWebinar', { meeting_code })).toMatchObject({ title: '秋季发布会' })
    expect(await call(other, 'getWebinar', { meetingid })).toMatchObject({ errcode: 90602 })
    expect(await call(other, 'getMeeting', { meetingid: meeting.meetingid })).toMatchObject({
      errcode: 90602,
    })
    const [added] = mock.addEnrollments(meetingid, [{ nick_name: '王芳', status: 1 }])
    const { enroll_list } = await call(mock, 'listWebinarEnrollments', { meetingid, status: 1 })
    expect(enroll_list).toContainEqual(added)
  })

  test('what the spec forbids is refused with the field, and nothing is added', async () => {
    await using mock = await start()
    const before = mock.webinars.length
    expect(() => mock.addWebinar({ title: 5 as never })).toThrow(MockSetupError)
    expect(() => mock.addWebinar({ title: 5 as never })).toThrow(/^title is 5; it must be string$/)
    for (const add of [mock.addMeeting, mock.addWebinar]) {
      expect(() => add({ errcode: 40001 as never })).toThrow(
        'errcode is 40001; what is stored has none but',
      )
    }
    expect(() => mock.addEnrollments('nobody', 1)).toThrow(/no webinar .* nobody/)
    expect(mock.webinars).toHaveLength(before)
  })

  test('enrollment that is not switched on is refused', async () => {
    await using mock = await start()
    const { meetingid } = mock.addWebinar({ enrollments: false })
    const response = await call(mock, 'listWebinarEnrollments', { meetingid })
    expect(response).toMatchObject({ errmsg: expect.stringContaining('not switched on') })
  })

  test('what is returned is a copy: changing it changes no response', async () => {
    await using mock = await start()
    const webinar = mock.addWebinar({ title: '发布会' })
    Object.assign(webinar, { title: 'changed' })
    const { meetingid } = webinar
    expect(await call(mock, 'getWebinar', { meetingid })).toMatchObject({ title: '发布会' })
  })
})

describe('requests()', () => {
  test('has the request, whether it was valid, and the response', async () => {
    await using mock = await start({ now: () => 0 })
    await call(mock, 'listWebinarEnrollments', { meetingid: 'MEETINGID1', limit: 51 })
    const [entry] = mock.requests({ operation: 'listWebinarEnrollments' })
    expect(entry).toMatchObject({
      number: 2,
      time: '1970-01-01T00:00:00.000Z',
      method: 'POST',
      path: paths.listWebinarEnrollments,
      body: { meetingid: 'MEETINGID1', limit: 51 },
      verdict: { valid: false, reasons: ['Request body property limit must be <= 50'] },
      status: 200,
      response: { errcode: 40058 },
    })
  })

  test('shows no token and no secret, and the same token as the same', async () => {
    await using mock = await start()
    const token = String((await getToken(mock)).access_token)
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }, { token })
    const requests = mock.requests()
    const text = JSON.stringify(requests)
    expect(text).not.toContain(token)
    expect(text).not.toContain(mock.corpSecret)
    expect(requests[1]?.query.access_token).toBe(requests[0]?.response?.access_token)
  })

  test('keeps no more than journalSize', async () => {
    await using mock = await start({ journalSize: 2 })
    for (let count = 0; count < 5; count += 1) await getToken(mock)
    expect(mock.requests().map(({ number }) => number)).toEqual([4, 5])
  })
})

test('an option out of its range is refused with what was expected', async () => {
  await expect(start({ enrollments: -1 })).rejects.toThrow(
    'enrollments is -1; expected an integer from 0 to 20000',
  )
})

test('a taken port is refused in one clear sentence', async () => {
  await using mock = await start()
  const port = Number(new URL(mock.url).port)
  await expect(start({ port })).rejects.toThrow(`port ${port} is in use on 127.0.0.1`)
})

test('close() waits for what is under way', async () => {
  const mock = await start()
  const response = getToken(mock)
  await response
  await mock.close()
  await expect(getToken(mock)).rejects.toThrow('fetch failed')
})

describe('a process that never calls close()', () => {
  /** A process that starts a mock with these options, calls it, prints its address, and has no more to do. */
  async function run(options: object): Promise<{ child: ChildProcess; url: string }> {
    const script = `
      import { Agent, get } from 'node:http'
      import { startMockServer } from '${new URL('index.ts', import.meta.url)}'
      const mock = await startMockServer(${JSON.stringify(options)})
      await fetch(mock.url + '/__mock/server').then((response) => response.json())
      const agent = new Agent({ keepAlive: true })
      get(mock.url + '/__mock/server', { agent }, (response) => {
        response.resume().on('end', () => console.log(mock.url))
      })`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill())
    const [printed] = await once(child.stdout, 'data')
    return { child, url: String(printed).trim() }
  }

  test('ends all the same, with connections open', async () => {
    const { child } = await run({})
    const [status] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
    expect(status).toBe(0)
  })

  test('goes on serving where that is wanted', async () => {
    const { child, url } = await run({ keepProcessAlive: true })
    expect((await fetch(`${url}/__mock/server`)).status).toBe(200)
    expect(child.exitCode).toBeNull()
  })
})
