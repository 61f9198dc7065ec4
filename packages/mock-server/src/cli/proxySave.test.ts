import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { call, getToken, paths } from '../testing/callMock.ts'
import { respondJson, startFakeService } from '../testing/fakeService.ts'
import { startCommand } from '../testing/startCommand.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a client reads: every meeting, webinar and enrollment, all pages. */
async function readAll(mock: MockServer, meetings: string[], webinars: string[]) {
  const token = String((await getToken(mock)).access_token)
  const read: unknown[] = []
  for (const meetingid of meetings) {
    read.push(await call(mock, 'getMeeting', { meetingid }, { token }))
  }
  for (const meetingid of webinars) {
    read.push(await call(mock, 'getWebinar', { meetingid }, { token }))
    for (let cursor = ''; ; ) {
      const body = { meetingid, cursor, limit: 20 }
      const page = await call(mock, 'listWebinarEnrollments', body, { token })
      const { errcode, enroll_list = [] } = page
      read.push(errcode, ...(enroll_list as unknown[]))
      if (!page.has_more) break
      cursor = String(page.next_cursor)
    }
  }
  return read
}

/** Runs `use` with the address of the proxy, and gives the text that it saved. */
async function save(
  upstream: string,
  flags: string[],
  use: (url: string) => Promise<unknown>,
): Promise<{ path: string; text: string; output: string }> {
  const path = join(mkdtempSync(join(folder, 'save-')), 'fixtures.yaml')
  const options = ['--upstream', upstream, '--port', '0', '--save', path, ...flags]
  const command = startCommand('proxy', ...options)
  await expect.poll(command.output, { timeout: 20_000 }).toContain('Forwarding http')
  await use(/Forwarding (http\S+)/.exec(command.output())?.[1] ?? '')
  command.process.kill('SIGINT')
  expect((await command.ended).status).toBe(0)
  return { path, text: readFileSync(path, 'utf8'), output: command.output() }
}

async function startReal() {
  const mock = await startMockServer({ seed: 7 })
  // WeCom leaves out many fields; nothing may be made up in their place.
  mock.addWebinar({ enrollments: [{ nick_name: '123', answer_list: [] }] })
  const meetings = mock.meetings.map(({ meetingid }) => meetingid)
  const webinars = mock.webinars.map(({ meetingid }) => meetingid)
  return { mock, meetings, webinars, [Symbol.asyncDispose]: () => mock.close() }
}

test('with --values a second mock serves what a client read from the first', async () => {
  await using real = await startReal()
  let first: unknown[] = []
  const { path, output } = await save(real.mock.url, ['--values'], async (url) => {
    first = await readAll({ ...real.mock, url }, real.meetings, real.webinars)
  })
  expect(output).toContain(`Fixtures for wecom-meeting-mock --fixtures: ${path}`)
  expect(first.length).toBeGreaterThan(100)
  // With the same seed the IDs are those of made-up data, which gives way.
  for (const seed of [99, 7]) {
    await using second = await startMockServer({ seed, fixtures: path })
    expect(await readAll(second, real.meetings, real.webinars)).toEqual(first)
  }
})

test('without it, texts are others of the same shape, and the rest is the same', async () => {
  await using real = await startReal()
  let first: unknown[] = []
  const { path, text } = await save(real.mock.url, [], async (url) => {
    first = await readAll({ ...real.mock, url }, real.meetings, real.webinars)
  })
  await using second = await startMockServer({ seed: 99, fixtures: path })
  const again = await readAll(second, real.meetings, real.webinars)
  expect(again.map(shape)).toEqual(first.map(shape))
  const texts = new Set(first.flatMap(personal))
  expect(texts.size).toBeGreaterThan(200)
  for (const personalText of texts) expect(text).not.toContain(personalText)
})

test('what violates the spec is replaced or left out, so that the file can be served', async () => {
  const token = 'token-that-nobody-may-see'
  await using mock = await startMockServer()
  const { meetingid, ...good } = mock.addMeeting()
  await using upstream = await startFakeService(({ url }, response) => {
    if (url.includes('/enroll/list')) {
      const enroll_list = [{ enroll_id: '1', nick_name: 5 }, { status: 9 }, null]
      return respondJson(response, { errcode: 0, errmsg: 'ok', has_more: false, enroll_list })
    }
    const { location: _, ...rest } = good
    const settings = { ...good.settings, host_key: token, mood: { 王芳: '王芳' } }
    respondJson(response, {
      ...rest,
      title: '会'.repeat(17),
      status: 'x',
      settings,
      description: `${token} 13512345678`,
      zhang_san: '王芳',
    })
  })
  for (const flags of [[], ['--values']]) {
    const { path, text } = await save(upstream.url, flags, async (url) => {
      for (const name of ['getMeeting', 'listWebinarEnrollments'] as const) {
        const address = `${url}${paths[name]}?access_token=${token}`
        await fetch(address, { method: 'POST', body: JSON.stringify({ meetingid }) })
      }
    })
    expect(text).not.toContain(token)
    await using second = await startMockServer({ seed: 99, fixtures: path })
    const meeting = await call(second, 'getMeeting', { meetingid })
    expect(meeting).toMatchObject({ errcode: 0, status: 3 })
    expect(meeting).not.toHaveProperty('location')
    expect(Buffer.byteLength(String(meeting.title))).toBe(51)
    expect(second.enrollments(meetingid)).toHaveLength(2)
    if (flags.length > 0) expect(meeting.zhang_san).toBe('王芳')
    else expect(text).not.toMatch(/zhang_san|王芳|13512345678/)
  }
})

test('what violates the spec in each of 3000 enrollments is replaced in each', async () => {
  const enroll_list = Array.from({ length: 3000 }, (_, index) => ({
    enroll_id: index,
    nick_name: index,
    status: 'approved',
    answer_list: 'none',
  }))
  await using upstream = await startFakeService((_request, response) =>
    respondJson(response, { errcode: 0, errmsg: 'ok', has_more: false, enroll_list }),
  )
  const { path } = await save(upstream.url, [], (url) =>
    fetch(url + paths.listWebinarEnrollments, { method: 'POST', body: '{"meetingid":"launch"}' }),
  )
  await using mock = await startMockServer({ fixtures: path })
  expect(mock.enrollments('launch').map(({ enroll_id }) => enroll_id)).toEqual(
    enroll_list.map(({ enroll_id }) => enroll_id),
  )
})

test('enrollments without an ID, and a response that is nested very deep, keep no file from being served', async () => {
  const enroll_list = Array.from({ length: 120 }, (_, index) => ({ nick_name: `n${index}` }))
  const deep = `{"errcode":0,"errmsg":"ok","title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  await using upstream = await startFakeService(({ url }, response) => {
    if (url.includes('/enroll/list')) {
      return respondJson(response, { errcode: 0, errmsg: 'ok', has_more: false, enroll_list })
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(deep)
  })
  const { path } = await save(upstream.url, ['--values'], async (url) => {
    for (const name of ['getMeeting', 'listWebinarEnrollments'] as const) {
      await fetch(url + paths[name], { method: 'POST', body: '{"meetingid":"m"}' })
    }
  })
  await using mock = await startMockServer({ fixtures: path })
  expect(mock.enrollments('m').map(({ nick_name }) => nick_name)).toEqual(
    enroll_list.map(({ nick_name }) => nick_name),
  )
})

test('a file that is there already is left alone, and no other one is begun', async () => {
  await using mock = await startMockServer()
  const there = join(folder, 'there.yaml')
  const record = join(folder, 'none.json')
  writeFileSync(there, 'kept')
  const files = ['--record', record, '--save', there]
  const { ended, output } = startCommand('proxy', '--upstream', mock.url, '--port', '0', ...files)
  expect(await ended).toMatchObject({ status: 2 })
  expect(output()).toBe(
    `wecom-meeting-mock: ${there} exists already; choose another file for --save, or move it\nwecom-meeting-mock proxy --help lists the options.\n`,
  )
  expect(readFileSync(there, 'utf8')).toBe('kept')
  expect(existsSync(record)).toBe(false)
})

test('a session without any meeting saves a file that can be served', async () => {
  await using mock = await startMockServer()
  const { path, text } = await save(mock.url, [], (url) => fetch(url))
  expect(load(text)).toEqual({ madeUp: false, meetings: [], webinars: [] })
  await using second = await startMockServer({ fixtures: path })
  expect(second.meetings.length).toBe(mock.meetings.length)
})

/** Of each text only how long it is and what letters it has; IDs, codes and times as they are. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape)
  if (typeof value === 'string') {
    return value
      .replace(/^https?:\/\/[^/]*|@[\w.-]+$/g, '')
      .replaceAll(/\p{L}/gu, 'a')
      .replaceAll(/\d/g, '9')
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one)]))
}

/** IDs of people, answers, links, titles; the samples have words that the spec has, too. */
function personal(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(personal)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => {
    if (name === 'answer_content') return (one as string[]).filter((text) => text.length > 8)
    const isText = typeof one === 'string' && one.length > 4 && !/^[\w ]{0,12}$/.test(one)
    if (isText && /userid|openid|nick_name|title|link|url|code|sponsor|^description$/.test(name)) {
      return [one]
    }
    return personal(one)
  })
}
