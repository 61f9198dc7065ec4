import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { paths } from '../testing/callMock.ts'
import { type FakeResponder, respondJson, startFakeService } from '../testing/fakeService.ts'
import { startCommand } from '../testing/startCommand.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Session {
  status: number | null
  output: string
  /** The record's text. */
  text: string
  record: {
    requests: Record<string, number>
    unknownPaths: { path: string; count: number }[]
    withoutResponse: number
    violations: { place: string; actual: string; count: number }[]
  }
}

let sessions = 0

/** Runs the command before a service that responds as given, while `use` sends `requests` requests. */
async function runSession(
  respond: FakeResponder,
  { flags = [], requests }: { flags?: string[]; requests: number },
  use: (url: string, file: string) => Promise<unknown>,
): Promise<Session> {
  await using upstream = await startFakeService(respond)
  sessions += 1
  const file = join(folder, `record-${sessions}.json`)
  const command = ['proxy', '--upstream', upstream.url, '--port', '0', '--record', file, ...flags]
  const { process: child, output, ended } = startCommand(...command)
  await expect.poll(output, { timeout: 20_000 }).toContain('Forwarding http')
  await use(/Forwarding (http\S+)/.exec(output())?.[1] ?? '', file)
  const reported = () => output().match(/^\d\d:\d\d:\d\d {2}/gm)?.length ?? 0
  await expect.poll(reported, { timeout: 20_000 }).toBe(requests)
  child.kill('SIGINT')
  const { status } = await ended
  const text = readFileSync(file, 'utf8')
  return { status, output: output(), text, record: JSON.parse(text) }
}

const getWebinar = (url: string, query: Record<string, string>) =>
  fetch(`${url}${paths.getWebinar}?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: '{"meetingid":"m"}',
  }).then((response) => response.text())

const respondWith =
  (body: unknown): FakeResponder =>
  (_request, response) =>
    respondJson(response, body)

describe('--values shows no secret', () => {
  test.each([
    ['with a quote in it', 'secret"with\\quote\'and/more'],
    ['with spaces and other letters', 'secret with +spaces 和中文'],
    ['as an escaped text in a text', 'secret"in"json'],
  ])('%s', async (_name, secret) => {
    const json = JSON.stringify({ text: secret })
    const body = {
      echo: secret,
      inside: `before ${secret} after`,
      escaped: encodeURIComponent(secret),
      form: new URLSearchParams({ a: secret }).toString(),
      json,
      [secret]: 1,
      list: [{ [secret]: secret }],
    }
    const { output, text } = await runSession(
      respondWith(body),
      { flags: ['--values'], requests: 1 },
      (url) => getWebinar(url, { access_token: secret }),
    )
    for (const report of [output, text]) {
      for (const form of [secret, json.slice(9, -2), JSON.stringify(json).slice(11, -4)]) {
        expect(report).not.toContain(form)
        expect(report).not.toContain(JSON.stringify(form).slice(1, -1))
      }
      expect(report).not.toContain(encodeURIComponent(secret))
      expect(report).not.toContain(body.form.slice(2))
      expect(report).toContain('before *** after')
    }
  })

  test('after 205 other tokens, and when another secret is its beginning', async () => {
    const secret = 'secret-of-the-corp-that-is-seen-once'
    const { output, text } = await runSession(
      respondWith({ echo: `first ${secret}` }),
      { flags: ['--values'], requests: 207 },
      async (url) => {
        await fetch(`${url}${paths.getToken}?corpid=c&corpsecret=${secret}`)
        await getWebinar(url, { access_token: 'secret-of-the-corp' })
        for (let index = 0; index < 205; index += 1) {
          await getWebinar(url, { access_token: `token-number-${index}` })
        }
      },
    )
    for (const report of [output, text]) {
      expect(report).toContain('first ***')
      expect(report).not.toMatch(/secret-of-the-corp|seen-once|token-number/)
    }
  })

  test('that was in a response of an endpoint outside the spec, deep in its body', async () => {
    const { output, text } = await runSession(
      ({ url }, response) =>
        respondJson(response, {
          data: [{ suite_access_token: ['deep-token-value'] }],
          ...(url.includes('webinar') ? { echo: 'deep-token-value' } : {}),
        }),
      { flags: ['--values'], requests: 2 },
      async (url) => {
        await fetch(`${url}/cgi-bin/service/get_suite_token`)
        await getWebinar(url, { access_token: 'T' })
      },
    )
    for (const report of [output, text]) {
      expect(report).toContain('echo')
      expect(report).not.toContain('deep-token-value')
    }
  })
})

test('a token that looks like JSON does not break the record', async () => {
  const { record } = await runSession(respondWith({ errcode: 'x' }), { requests: 2 }, (url) =>
    Promise.all([
      getWebinar(url, { access_token: '","count":' }),
      getWebinar(url, { access_token: '"requests":' }),
    ]),
  )
  expect(record.requests).toEqual({ getWebinar: 2 })
})

test.each([[[]], [['--values']]])(
  'a response nested 500,000 deep is counted with %j',
  async (flags) => {
    const deep = `{"errcode":0,"title":${'['.repeat(500_000)}${']'.repeat(500_000)}}`
    const { record, output } = await runSession(
      (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(deep),
      { flags, requests: 1 },
      (url) => getWebinar(url, { access_token: 'T' }),
    )
    expect(record.requests).toEqual({ getWebinar: 1 })
    expect(output).toContain('response title: expected string; got an array of 1: array')
  },
)

test('the record without --values holds no name and no path that the spec does not have', async () => {
  const { text, record, output } = await runSession(
    respondWith({
      errcode: 0,
      zhang_san: { li_si: 'wang_wu' },
      status: 'ZHANG_SAN',
      description: { zhang_san: 1 },
      enroll_list: [{ status: 13_512_345 }],
    }),
    { requests: 5 },
    async (url) => {
      await getWebinar(url, { access_token: 'T', zhao_liu: 'sun_qi' })
      await fetch(`${url}${paths.listWebinarEnrollments}`, {
        method: 'POST',
        body: '{"zhou_ba":1}',
      })
      await fetch(`${url}/cgi-bin/user/zhangsan`)
      await fetch(`${url}/cgi-bin/meeting/secret-as-a-segment;access_token=other-secret/1351234567`)
      await fetch(`${url}/cgi-bin/wu_jiu?zheng_shi=feng`)
    },
  )
  expect(text).not.toMatch(
    /zhang_?san|li_si|wang_wu|zhao_liu|sun_qi|zhou_ba|wu_jiu|zheng_shi|feng|secret-as|other-secret|1351234|13_?512_?345/i,
  )
  expect(output).not.toMatch(/other-secret/)
  expect(record.unknownPaths).toContainEqual({
    path: 'GET /cgi-bin/<4 characters>/<8 characters>',
    count: 1,
  })
  // Whoever runs the proxy still sees which fields are new.
  expect(output).toContain('response zhang_san: expected no field of this name')
  expect(record.violations).toContainEqual(expect.objectContaining({ place: '<9 characters>' }))
})

test('the record is not written again for each violation', async () => {
  let writes = 0
  await runSession(
    ({ url }, response) => respondJson(response, { [`field_${url.split('=')[1]}`]: 1 }),
    { requests: 200 },
    async (url, file) => {
      using watcher = Object.assign(
        watch(folder, (_event, name) => {
          if (file.endsWith(String(name))) writes += 1
        }),
        { [Symbol.dispose]: () => watcher.close() },
      )
      for (let index = 0; index < 200; index += 1) {
        await getWebinar(url, { access_token: `t${index}` })
      }
    },
  )
  expect(writes).toBeLessThan(100)
})

describe('--fail-on-departure', () => {
  const refusal = { errcode: 90602, errmsg: 'invalid meetingid' }
  test.each([
    [refusal, ['--fail-on-departure'], 0],
    [{ ...refusal, extra: 1 }, ['--fail-on-departure'], 1],
    [{ ...refusal, extra: 1 }, [], 0],
  ])('%j with %j ends with %i', async (body, flags, expected) => {
    const { status } = await runSession(respondWith(body), { flags, requests: 1 }, (url) =>
      getWebinar(url, { access_token: 'T' }),
    )
    expect(status).toBe(expected)
  })
})

describe('Ctrl+C', () => {
  /** The command with one request under way, to which the service never responds. */
  async function startWaiting() {
    const upstream = await startFakeService(() => undefined)
    const file = join(mkdtempSync(join(folder, 'waiting-')), 'record.json')
    const command = startCommand(
      'proxy',
      '--upstream',
      upstream.url,
      '--port',
      '0',
      '--record',
      file,
    )
    await expect.poll(command.output, { timeout: 20_000 }).toContain('Forwarding http')
    const url = /Forwarding (http\S+)/.exec(command.output())?.[1] ?? ''
    const sent = getWebinar(url, { access_token: 'T' }).catch(() => 'cut')
    await expect.poll(() => upstream.received.length).toBe(1)
    return { ...command, file, sent, [Symbol.asyncDispose]: upstream[Symbol.asyncDispose] }
  }

  test.each([1, 2])('pressed %i times, counts a request that is under way', async (times) => {
    await using command = await startWaiting()
    for (let index = 0; index < times; index += 1) {
      command.process.kill('SIGINT')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await command.ended).toMatchObject({ status: 0 })
    expect(await command.sent).toBe('cut')
    expect(command.output()).toMatch(/1 request, 1 of them without a response:/)
    expect(command.output().trim()).toMatch(/The same as JSON: .*record\.json$/)
    const record = JSON.parse(readFileSync(command.file, 'utf8'))
    expect(record).toMatchObject({ requests: { getWebinar: 1 }, withoutResponse: 1 })
  })

  test('ends with status 1 when the record cannot be written any more', async () => {
    await using command = await startWaiting()
    rmSync(dirname(command.file), { recursive: true })
    command.process.kill('SIGINT')
    const { status, stderr } = await command.ended
    expect(status).toBe(1)
    expect(stderr).toBe(
      `wecom-meeting-mock: ${command.file} cannot be written (ENOENT); check that its folder exists\n`,
    )
    expect(command.output()).not.toContain('The same as JSON')
  })
})

test('another file of a similar name is left alone', async () => {
  const { text } = await runSession(respondWith({}), { requests: 1 }, async (url, file) => {
    writeFileSync(`${file}.new`, 'precious')
    await getWebinar(url, { access_token: 'T' })
  })
  expect(text).not.toBe('')
  expect(readFileSync(join(folder, `record-${sessions}.json.new`), 'utf8')).toBe('precious')
})

test('a redirect is handed on and not followed; its token is in no report', async () => {
  await using other = await startFakeService(respondWith({}))
  const token = 'token-in-a-redirect'
  const { output, text, record } = await runSession(
    (_request, response) =>
      response.writeHead(302, { location: `${other.url}/x?access_token=${token}` }).end(),
    { flags: ['--values'], requests: 5 },
    async (url) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const response = await fetch(`${url}/cgi-bin/user/get`, { method, redirect: 'manual' })
        expect(response.status).toBe(302)
        expect(response.headers.get('location')).toBe(`${other.url}/x?access_token=${token}`)
      }
      await fetch(url + paths.getToken, { redirect: 'manual' })
    },
  )
  expect(other.received).toEqual([])
  expect(record.violations).toContainEqual(expect.objectContaining({ actual: '302' }))
  for (const report of [output, text]) expect(report).not.toContain(token)
})
