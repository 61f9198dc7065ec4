import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { paths } from '../testing/callMock.ts'
import { respondJson, startFakeService } from '../testing/fakeService.ts'
import { startCommand as start } from '../testing/startCommand.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const startCommand = (...args: string[]) => start('proxy', ...args)

const token = 'token-that-nobody-may-see'
const secret = 'secret-that-nobody-may-see'
const name = '王小芳'

/** Violates the spec in every way that could let something private into a report. */
const startViolatingService = () =>
  startFakeService(({ url }, response) => {
    if (url.includes('gettoken')) {
      return respondJson(response, {
        errcode: 0,
        errmsg: 'ok',
        access_token: token,
        expires_in: '7200',
      })
    }
    respondJson(response, {
      errcode: 0,
      errmsg: `ok ${token}`,
      has_more: false,
      [token]: { [name]: name },
      echo: `the secret is ${secret}`,
      enroll_list: [{ enroll_id: '1', nick_name: 5, status: 8, phone: name, userid: [token] }],
    })
  })

async function session(recordFile: string, ...flags: string[]) {
  await using upstream = await startViolatingService()
  const {
    process: child,
    output,
    ended,
  } = startCommand('--upstream', upstream.url, '--port', '0', '--record', recordFile, ...flags)
  await expect.poll(output, { timeout: 20_000 }).toContain('Forwarding http')
  const url = /Forwarding (http\S+)/.exec(output())?.[1]
  await fetch(`${url}${paths.getToken}?corpid=c&corpsecret=${secret}`)
  for (const _ of [1, 2]) {
    await fetch(`${url}${paths.listWebinarEnrollments}?access_token=${token}`, {
      method: 'POST',
      body: '{"meetingid":"m"}',
    })
  }
  await fetch(`${url}/cgi-bin/user/get?access_token=${token}`)
  await expect.poll(output).toContain('/cgi-bin/user/get (not in the spec)')
  child.kill('SIGINT')
  return { status: (await ended).status, output: output() }
}

describe('a session', () => {
  test('is reported live, in a summary and in a file, without token, secret or personal value', async () => {
    const file = join(folder, 'record.json')
    const { status, output } = await session(file)
    expect(status).toBe(0)
    expect(output).toMatch(
      /POST \/cgi-bin\/meeting\/webinar\/enroll\/list {2}200 errcode 0 {2}\d+ ms {2}\d+ violations/,
    )
    expect(output).toContain('response enroll_list[].status: expected one of 1, 2, 3; got 8')
    expect(output).toMatch(
      /4 requests:\n +1 × {2}getToken\n +2 × {2}listWebinarEnrollments\n +1 × {2}GET \/cgi-bin\/user\/get \(not in the spec\)/,
    )
    expect(output).toContain(
      '1 ×  getToken response expires_in: expected integer; got a string of 4 digits',
    )
    expect(output).toContain(
      '2 ×  row 12: listWebinarEnrollments enroll_list.enroll_id: string, as in the table',
    )

    const text = readFileSync(file, 'utf8')
    for (const report of [output, text]) {
      expect(report).not.toContain(token)
      expect(report).not.toContain(secret)
      expect(report).not.toContain(name)
    }
    const record = JSON.parse(text)
    expect(record).toMatchObject({
      upstream: "another address than the spec's",
      requests: { getToken: 1, listWebinarEnrollments: 2 },
      unknownPaths: [{ path: 'GET /cgi-bin/<4 characters>/get', count: 1 }],
    })
    expect(record.violations).toContainEqual({
      operationId: 'listWebinarEnrollments',
      side: 'response',
      kind: 'undocumented-value',
      place: 'enroll_list[].status',
      expected: 'one of 1, 2, 3',
      actual: '8',
      count: 2,
      first: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    expect(record.contradictions).toEqual([
      {
        row: 12,
        operationId: 'listWebinarEnrollments',
        field: 'enroll_list.enroll_id',
        actual: 'string',
        supports: 'as in the table',
        count: 2,
      },
    ])
  })

  test('shows values when asked to, but never a token or a secret', async () => {
    const file = join(folder, 'values.json')
    const { output } = await session(file, '--values')
    const text = readFileSync(file, 'utf8')
    for (const report of [output, text]) {
      expect(report).toContain(name)
      expect(report).toContain('the secret is ***')
      expect(report).not.toContain(token)
      expect(report).not.toContain(secret)
    }
  })
})

test.each([
  ['127.0.0.1', 'only this machine can reach it'],
  ['0.0.0.0', 'other machines can reach it'],
])('says who can reach it on %s', async (host, words) => {
  await using upstream = await startViolatingService()
  const proxy = startCommand('--upstream', upstream.url, '--port', '0', '--host', host)
  await expect.poll(proxy.output, { timeout: 20_000 }).toContain(`to ${upstream.url} (${words}).`)
  proxy.process.kill()
  expect(await proxy.ended).toMatchObject({ status: 0 })
})

test('goes on when nobody reads its output any more', async () => {
  await using upstream = await startViolatingService()
  const proxy = startCommand('--upstream', upstream.url, '--port', '0')
  await expect.poll(proxy.output, { timeout: 20_000 }).toContain('Forwarding http')
  proxy.process.stdout?.destroy()
  const url = /Forwarding (http\S+)/.exec(proxy.output())?.[1]
  for (const _ of [1, 2, 3]) {
    const response = await fetch(`${url}${paths.getToken}?corpid=c&corpsecret=${secret}`)
    expect(response.status).toBe(200)
  }
  proxy.process.kill('SIGINT')
  expect(await proxy.ended).toMatchObject({ status: 0, stderr: '' })
})

describe('one clear line', () => {
  test('and status 1 when the service cannot be reached; no file is left', async () => {
    const file = join(folder, 'unreached.json')
    const { output, ended } = startCommand('--upstream', 'http://127.0.0.1:1', '--record', file)
    expect(await ended).toMatchObject({ status: 1 })
    expect(output()).toBe(
      'wecom-meeting-mock: http://127.0.0.1:1 cannot be reached: nothing listens there; check the host and the port\n',
    )
    expect(existsSync(file)).toBe(false)
  })

  test('and status 2 when the record is there already', async () => {
    await using upstream = await startViolatingService()
    const file = join(folder, 'there.json')
    writeFileSync(file, 'kept')
    const { output, ended } = startCommand(
      '--upstream',
      upstream.url,
      '--port',
      '0',
      '--record',
      file,
    )
    expect(await ended).toMatchObject({ status: 2 })
    expect(output()).toBe(
      `wecom-meeting-mock: ${file} exists already; choose another file for --record, or move it\nwecom-meeting-mock proxy --help lists the options.\n`,
    )
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  test.each([
    [['--upstream', 'http://wecom.example.com'], /is not https/],
    [['--upstream', 'https://a', '--host', ''], /--host is ""; expected a text that is not empty/],
    [
      ['--upstream', 'https://a', '--record', ''],
      /--record is ""; expected a text that is not empty/,
    ],
    [['--upstream', 'https://a', '--port', '70000'], /--port is 70000; expected an integer/],
    [['--upstream', 'https://a', '--timeout', '0'], /--timeout is 0; expected an integer/],
    [[], /required option '--upstream <url>' not specified/],
  ])('and status 2 for %o', async (args, message) => {
    const { output, ended } = startCommand(...args)
    expect(await ended).toMatchObject({ status: 2 })
    expect(output().split('\n')[0]).toMatch(message)
  })
})
