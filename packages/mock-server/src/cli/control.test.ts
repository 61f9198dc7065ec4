import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { controlActions } from '../control/controlActions.ts'
import { controls } from '../control/controls.ts'
import { type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { call, getToken } from '../testing/callMock.ts'
import { startDepartingServer } from '../testing/departingServer.ts'
import { type Ended, startCommand } from '../testing/startCommand.ts'
import { commandLine, kebabCase } from './control/commandLine.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})
afterEach(() => mock.reset())
afterAll(() => mock.close())

function control(...args: string[]): Promise<Ended> {
  return startCommand('control', ...args, '--url', mock.url).ended
}

async function asJson(...args: string[]): Promise<unknown> {
  const { status, stdout, stderr } = await control(...args, '--json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('every action that there is over HTTP', () => {
  const names = [...controls.keys()].filter((name) => name !== 'openapi.json')

  test('is one of the command line, and nothing else is', () => {
    expect(controlActions().map(({ name }) => name)).toEqual(names)
  })

  test('stands in the help, with examples', async () => {
    const { status, stdout } = await startCommand('control', '--help').ended
    expect(status).toBe(0)
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${kebabCase(name)}\\b`, 'm'))
    expect(stdout).toContain('wecom-meeting-mock control scenario busy')
  })
})

describe("the document's own examples, as the help shows them, are taken", () => {
  const lines = controlActions().flatMap((action) =>
    action.examples.map((example) => ({ name: action.name, line: commandLine(action, example) })),
  )
  test('there are some for each action that takes a body', () => {
    expect(new Set(lines.map(({ name }) => name)).size).toBe(8)
  })

  test.each(lines)('$line', async ({ name, line }) => {
    // What the examples are about.
    await getToken(mock)
    if (name !== 'addWebinar') mock.addWebinar({ meetingid: 'launch' })
    if (name === 'updateEnrollment') mock.addEnrollments('launch', [{ enroll_id: 'wang' }])
    if (name === 'removeFault') mock.fault({ errcode: -1 })
    expect(await control(...shellWords(line))).toMatchObject({ status: 0, stderr: '' })
  })

  /** What a shell makes of the line, without the command itself. */
  function shellWords(line: string): string[] {
    const words = line.replace('wecom-meeting-mock control ', '').match(/'[^']*'|\S+/g) ?? []
    return words.map((word) => word.replace(/^'(.*)'$/, '$1'))
  }
})

describe('does what it does in process', () => {
  test('scenarios', async () => {
    await control('scenario', 'not-permitted')
    expect(await call(mock, 'getWebinar', { meetingid: 'MEETINGID' })).toMatchObject({
      errcode: 48002,
    })
    const { stdout } = await control('scenarios')
    expect(stdout).toMatch(
      /^│ not-permitted {2}│ true {3}│ Every call but gettoken is answered 48002/m,
    )
    expect(stdout).toMatch(/^│ {16}│ {8}│ call this\. +│$/m)
    await control('scenario', 'none')
    expect(mock.faults).toEqual([])
  })

  test('a fault, with its fields as a shell has them or as they are in process', async () => {
    await control(...'fault --operation getWebinar --errcode 45009 --times 2'.split(' '))
    await control(...'fault --operation getMeeting --operation getToken --slow-body 20'.split(' '))
    await control(...'fault --contentType text/html --probability 0.5 --latency 1-2'.split(' '))
    await control(...'fault --truncate --every 3'.split(' '))
    await control(...'fault --errcode -1'.split(' '))
    expect(mock.faults).toMatchObject([
      { operation: 'getWebinar', errcode: 45009, times: 2 },
      { operation: ['getMeeting', 'getToken'], slowBody: 20 },
      { contentType: 'text/html', probability: 0.5, latency: [1, 2] },
      { truncate: true, every: 3 },
      { errcode: -1 },
    ])
    await control('removeFault', '3')
    expect(mock.faults).toHaveLength(4)
    expect((await control('faults')).stdout).toMatch(/│ +1 │ +0 │ getWebinar +│ +45009 │/)
    expect(await control('clear-faults')).toMatchObject({
      status: 0,
      stdout: 'No fault is in force any more.\n',
    })
    expect(mock.faults).toEqual([])
  })

  test('data: what is added is answered', async () => {
    const webinar = await asJson(
      ...[
        'add-webinar',
        '--title',
        '秋季发布会',
        '--enrollments',
        '2',
        '--fields',
        '{"admission_type":2}',
      ],
    )
    expect(webinar).toMatchObject({ title: '秋季发布会', admission_type: 2 })
    const { meetingid } = webinar as { meetingid: string }
    expect(await asJson('add-enrollments', meetingid, '[{"nick_name":"王芳"}]')).toHaveLength(1)
    const enrollments = (await asJson('enrollments', meetingid)) as JsonObject[]
    expect(enrollments).toEqual(mock.enrollments(meetingid))
    const enroll_id = String(enrollments[2]?.enroll_id)
    await control('updateEnrollment', meetingid, enroll_id, '{"status":2}')
    expect(mock.enrollments(meetingid)[2]).toMatchObject({ nick_name: '王芳', status: 2 })
    expect((await control('webinars')).stdout).toMatch(
      new RegExp(`│ ${meetingid} +│ \\d+ +│ 秋季发布会 +│`),
    )
  })

  test('an enrollment whose enroll_id is a number, as in the official sample', async () => {
    mock.addWebinar({ meetingid: 'm', enrollments: [{ enroll_id: 1386442 as never }] })
    expect(await asJson('update-enrollment', 'm', '1386442', '{"status":2}')).toMatchObject({
      enroll_id: 1386442,
      status: 2,
    })
  })

  test('the journal, filtered, and waiting for a request', async () => {
    await call(mock, 'getMeeting', { meetingid: 'nobody' })
    await call(mock, 'getMeeting', {})
    expect(await asJson('requests', '--valid', 'false')).toEqual(mock.requests({ valid: false }))
    const { stdout } = await control('requests', '--operation', 'getMeeting')
    expect(stdout).toMatch(
      /│ \/cgi-bin\/meeting\/get_info +│ getMeeting +│ +200 │ +90602 │ true +│/,
    )
    expect(stdout).not.toContain('gettoken')
    expect(await asJson('wait-for', '--errcode', '40063')).toMatchObject({ number: 4 })
    const next = control('wait-for', '--after', '4', '--json')
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' })
    expect(JSON.parse((await next).stdout)).toMatchObject({ number: 5 })
  })

  test('tokens end, and everything starts again', async () => {
    const { access_token } = await getToken(mock)
    expect(await control('expire-tokens')).toMatchObject({ status: 0 })
    expect(
      await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }, { token: String(access_token) }),
    ).toMatchObject({ errcode: 42001 })
    expect(await control('reset')).toMatchObject({ status: 0 })
    expect((await control('requests')).stdout).toBe('None.\n')
  })

  test('where it listens, and with what credentials', async () => {
    const { url, corpId, corpSecret } = mock
    expect(await asJson('server')).toMatchObject({ url, corpId, corpSecret })
    expect((await control('server')).stdout).toContain(`corpId: ${corpId}\n`)
  })
})

test('--url and --json may stand before the action', async () => {
  const { stdout } = await startCommand('control', '--url', mock.url, '--json', 'faults').ended
  expect(JSON.parse(stdout)).toEqual([])
})

test('what a request holds does nothing to the terminal', async () => {
  mock.addMeeting({ title: '\u001B[31m\u0007' })
  const { stdout } = await control('meetings')
  expect(stdout).toContain('│ \\u001b[31m\\u0007 ')
})

describe('a wrong command line gets one clear sentence, and status 2', () => {
  test.each([
    [['nothing'], "error: unknown command 'nothing'"],
    [
      ['scenario', 'nothing'],
      /invalid for argument 'name'\. Allowed choices are busy, token-dies,/,
    ],
    [['scenario'], "error: missing required argument 'name'"],
    [['fault', '--errcode', 'a'], /'a' is invalid\. Expected an integer\./],
    [['fault', '--latency', 'a'], /Expected milliseconds, such as 200 or 100-500\./],
    [['fault', '--drop', 'after'], /Allowed choices are before, middle\./],
    [['fault', '--probability', 'a'], /Expected a number\./],
    [['requests', '--valid', 'perhaps'], /Expected true or false\./],
    [['add-webinar', '--enrollments', 'many'], /Expected JSON, such as 137\./],
    [
      ['add-webinar', '--fields', '[]'],
      /Expected a map of fields as JSON, such as {"title":"周会"}\./,
    ],
    [['update-enrollment', 'a', 'b', '{'], /Expected JSON, such as {"status":3}\./],
    [['reset', 'all'], /too many arguments/],
  ])('%o', async (args, line) => {
    const { status, stdout, stderr } = await control(...args)
    const [first, ...rest] = stderr.trimEnd().split('\n')
    expect(first).toMatch(line)
    expect(rest.filter((text) => !text.startsWith('(Did you mean'))).toEqual([
      'Add --help to see what there is.',
    ])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test.each([
    [['fault'], 'a fault needs an effect: errcode, drop,'],
    [
      ['fault', '--operation', 'get', '--errcode', '1'],
      'fault\'s operation is "get"; expected get',
    ],
    [['fault', '--html', '200'], "fault's html is 200; expected an HTTP status from 400 to 599"],
    [['remove-fault', '9'], 'no fault in force has the id 9'],
    [['enrollments', 'nobody'], 'no webinar with enrollment has the meetingid nobody'],
    [['add-meeting', '--fields', '{"title":5}'], 'Response body property title must be string'],
    [
      ['wait-for', '--timeout', '70000'],
      '--timeout is 70000; expected milliseconds from 0 to 60000',
    ],
  ])('%o, in the words of the mock', async (args, sentence) => {
    const { status, stdout, stderr } = await control(...args)
    expect(stderr).toContain(`wecom-meeting-mock: ${sentence}`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test.each(['127.0.0.1:4010', 'ftp://a', 'http://', 'http://u:p@a', 'http://a?b'])(
    '--url %s',
    async (url) => {
      expect(await startCommand('control', 'reset', '--url', url).ended).toEqual({
        status: 2,
        stdout: '',
        stderr:
          'wecom-meeting-mock: --url is not the address of a mock; expected one like http://127.0.0.1:4010\n',
      })
    },
  )
})

describe('what cannot be done gets one clear sentence, and status 1', () => {
  test('nothing listens there', async () => {
    const nobody = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => nobody.once('listening', resolve))
    const { port } = nobody.address() as { port: number }
    await new Promise((resolve) => nobody.close(resolve))
    const url = `http://127.0.0.1:${port}`
    expect(await startCommand('control', 'reset', '--url', url).ended).toEqual({
      status: 1,
      stdout: '',
      stderr: `wecom-meeting-mock: no mock answers at ${url} (ECONNREFUSED); start one with "wecom-meeting-mock --port ${port}", or name another with --url\n`,
    })
  })

  test.each<[string, string, number]>([
    ['an error of another service', '{"errcode":404,"errmsg":"not found"}', 404],
    ['a list', '[]', 200],
    ['something else', '{"errcode":40058,"errmsg":"invalid"}', 200],
    ['a page', '<html>', 200],
    ['nothing', '', 302],
  ])('%s comes from there', async (_name, body, status) => {
    await using other = await startDepartingServer((_request, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    expect(await startCommand('control', 'reset', '--url', `${other.url}/`).ended).toEqual({
      status: 1,
      stdout: '',
      stderr: `wecom-meeting-mock: what answers at ${other.url} is no mock of this kind (HTTP ${status} at /__mock/reset); name the mock with --url\n`,
    })
  })

  test('no request came', async () => {
    expect(await control('wait-for', '--timeout', '20')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'wecom-meeting-mock: no request that fits {} came within 20 ms; the journal holds 0 other requests\n',
    })
  })
})

test.each([
  ['help control fault', /^Usage: wecom-meeting-mock control fault /],
  ['help control', /^Usage: wecom-meeting-mock control .*add-webinar/s],
  ['help proxy', /^Usage: wecom-meeting-mock proxy /],
  ['help', /^Usage: wecom-meeting-mock \[options\]/],
])('%s', async (line, text) => {
  const { status, stdout } = await startCommand(...line.split(' ')).ended
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(text) })
})
