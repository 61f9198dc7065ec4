import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { MockSetupError, startMockServer } from '../index.ts'
import { Random } from '../Random.ts'
import { call } from '../testing/callMock.ts'
import { startCommand } from '../testing/startCommand.ts'
import { makeEnrollment } from './makeEnrollment.ts'
import { makeWebinar } from './makeWebinar.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('adds the meetings and webinars of a YAML file', async () => {
  const fixtures = file(
    'good.yaml',
    `meetings:
  - meetingid: weekly
    title: 周会
webinars:
  - meetingid: launch
    enrollments:
      - nick_name: 王芳
        status: 1
      - nick_name: 李强
  - meetingid: closed
    enrollments: false
`,
  )
  await using mock = await startMockServer({ fixtures })
  expect(await call(mock, 'getMeeting', { meetingid: 'weekly' })).toMatchObject({ title: '周会' })
  const { enroll_list } = await call(mock, 'listWebinarEnrollments', { meetingid: 'launch' })
  expect(enroll_list).toMatchObject([{ nick_name: '王芳', status: 1 }, { nick_name: '李强' }])
  expect(await call(mock, 'listWebinarEnrollments', { meetingid: 'closed' })).toMatchObject({
    errmsg: expect.stringContaining('not switched on'),
  })
})

test('adds those of a JSON file', async () => {
  const fixtures = file('good.json', '{"webinars":[{"meetingid":"launch","enrollments":3}]}')
  await using mock = await startMockServer({ fixtures })
  const { enroll_list } = await call(mock, 'listWebinarEnrollments', { meetingid: 'launch' })
  expect(enroll_list).toHaveLength(3)
})

/** Ten lists, each of ten of the one before. */
const bomb = Array.from({ length: 9 }, (_, level) => {
  const item = level === 0 ? 'x' : `*a${level - 1}`
  return `a${level}: &a${level} [${Array(10).fill(item).join(', ')}]`
}).join('\n')

describe('refuses a file and says where and why', () => {
  test.each([
    ['bad.json', '{"meetings":[}', /bad\.json:1:14: /],
    ['list.yaml', '- a', /list\.yaml:1:1: expected a map with "meetings" and "webinars"$/],
    [
      'unknown.yaml',
      'meeting: []',
      /unknown\.yaml:1:10: file has no field meeting; did you mean meetings\?$/,
    ],
    ['null.yaml', 'madeUp: true\nmeetings:\n', /null\.yaml:2:1: meetings: expected a list$/],
    [
      'null-item.yaml',
      'meetings:\n  - title: a\n  -\n',
      /null-item\.yaml:2:3: meetings\[1\]: expected a map of fields$/,
    ],
    [
      'null-extra.yaml',
      'meetings:\n  - title: a\n    extra:\n',
      /null-extra\.yaml:3:5: meetings\[0\]\.extra is null; expected a map of fields$/,
    ],
    ['map.yaml', 'meetings: {}', /map\.yaml:1:11: meetings: expected a list$/],
    ['text.yaml', 'meetings:\n  - a', /text\.yaml:2:5: meetings\[0\]: expected a map of fields$/],
    [
      'title.yaml',
      'meetings:\n  - title: ok\n  - title: 5\n',
      /title\.yaml:3:12: meetings\[1\]\.title is 5; it must be text: write it in quotes$/,
    ],
    [
      'status.yaml',
      'webinars:\n  - title: ok\n    enrollments:\n      - status: approved\n',
      /status\.yaml:4:17: webinars\[0\]\.enrollments\[0\]\.status is "approved"; it must be integer$/,
    ],
    [
      'count.yaml',
      'webinars:\n  - enrollments: many\n',
      /count\.yaml:2:18: webinars\[0\]\.enrollments is "many"; expected how many/,
    ],
    ['cycle.yaml', 'meetings:\n  - &m\n    self: *m\n', /cycle\.yaml: .*contains itself$/],
    ['list-cycle.yaml', 'meetings: &a\n  - x: *a\n', /list-cycle\.yaml: .*contains itself$/],
    ['alias.yaml', 'meetings: *nobody', /alias\.yaml:1:12: this alias refers to no anchor$/],
    [
      'bomb.yaml',
      bomb,
      /bomb\.yaml: holds more than 4000000 values, with what its aliases repeat$/,
    ],
    [
      'code.yaml',
      'webinars:\n  - meeting_code: 123456789\n',
      /code\.yaml:2:19: webinars\[0\]\.meeting_code is 123456789; it must be text: write it in quotes$/,
    ],
    [
      'made-up.yaml',
      'madeUp: maybe\nwebinars: []\n',
      /made-up\.yaml:1:9: madeUp: expected true or false$/,
    ],
    ['twice.yaml', 'meetings: []\nmeetings: []\n', /twice\.yaml:2:1: this key stands there twice$/],
    [
      'twice.json',
      '{"meetings":[],"meetings":[]}',
      /twice\.json:1:17: this key stands there twice$/,
    ],
    ['tab.yaml', 'meetings:\n\t- title: a\n', /tab\.yaml:2:1: indented with a tab; use spaces$/],
    ['empty.yaml', '# nothing\n', /empty\.yaml: is empty; expected a map with "meetings"/],
    [
      'two.yaml',
      'meetings: []\n---\nwebinars: []\n',
      /two\.yaml: holds several documents; expected one$/,
    ],
    ['tag.yaml', 'meetings: !mine []\n', /tag\.yaml:1:11: this tag is not supported$/],
    [
      'quote.yaml',
      'meetings:\n  - title: "a\n',
      /quote\.yaml:3:1: neither JSON nor YAML from here on; check quotes/,
    ],
    ['deep.json', `{"meetings":${'['.repeat(500)}`, /deep\.json:1:\d+: nested too deep$/],
    [
      'many.yaml',
      `webinars:\n${'  - enrollments: 20000\n'.repeat(200)}`,
      /many\.yaml:7:5: webinars\[5\]: with it there are 120000 enrollments; expected at most 100000 in a file$/,
    ],
    [
      'bytes.yaml',
      `meetings:\n  - title: ${'会'.repeat(17)}\n`,
      /bytes\.yaml:2:12: meetings\[0\]\.title is of 51 bytes; WeCom's page allows 40/,
    ],
    [
      'gbk.yaml',
      Buffer.from([0x61, 0x3a, 0x20, 0xd6, 0xd0, 0xce, 0xc4]),
      /gbk\.yaml: is not UTF-8; save it as UTF-8$/,
    ],
    ['utf16.yaml', Buffer.from('\ufeffmeetings: []', 'utf16le'), /utf16\.yaml: is not UTF-8/],
    ['utf16.json', Buffer.from('{"meetings":[]}', 'utf16le'), /utf16\.json: is not UTF-8/],
  ])('%s', async (name, text, message) => {
    await expect(startMockServer({ fixtures: file(name, text) })).rejects.toThrow(MockSetupError)
    await expect(startMockServer({ fixtures: file(name, text) })).rejects.toThrow(message)
  })

  test('with every violation in a line of its own, places in quoted texts and lists among them', async () => {
    const text =
      '{"meetings": [{"title": 5}, {"guests": [{"area": "86", "phone_number": 7}]}], "webinar": []}'
    const error = await startMockServer({ fixtures: file('all.json', text) }).catch(String)
    expect(
      String(error)
        .replaceAll(/\S*all\.json/g, '')
        .split('\n'),
    ).toEqual([
      'MockSetupError: :1:25: meetings[0].title is 5; it must be text: write it in quotes',
      ':1:72: meetings[1].guests[0].phone_number is 7; it must be text: write it in quotes',
      ':1:90: file has no field webinar; did you mean webinars?',
    ])
  })

  test('that is not there', async () => {
    const fixtures = join(folder, 'nothing.yaml')
    await expect(startMockServer({ fixtures })).rejects.toThrow(`${fixtures}: no such file`)
  })
})

test('with madeUp: false nothing is made up that the file leaves out', async () => {
  const { description: _, ...webinar } = makeWebinar(new Random(1), {
    meetingid: 'launch',
  })
  const { answer_list: _list, ...enrollment } = makeEnrollment(new Random(1), 7)
  const content = { madeUp: false, webinars: [{ ...webinar, enrollments: [enrollment] }] }
  const fixtures = file('exact.json', JSON.stringify(content))
  await using mock = await startMockServer({ fixtures })
  expect(await call(mock, 'getWebinar', { meetingid: 'launch' })).toEqual(webinar)
  expect(mock.enrollments('launch')).toEqual([enrollment])
})

test('8 MiB of fixtures start with 256 MiB of memory', async () => {
  const line =
    '      - {enroll_id: "0", nick_name: 王芳, enroll_time: "2026-03-02 09:00:00", status: 1}'
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    line.replace('"0"', `"${index}"`).replace('王芳', '王芳'.repeat(50)),
  )
  const fixtures = file(
    'large.yaml',
    `webinars:\n  - meetingid: a\n    enrollments:\n${lines.join('\n')}\n`,
  )
  vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=256')
  const command = startCommand('--port', '0', '--fixtures', fixtures)
  vi.unstubAllEnvs()
  await expect.poll(command.output, { timeout: 60_000 }).toMatch(/Mock WeCom on|out of memory/)
  expect(command.output()).toContain('Mock WeCom on')
  command.process.kill()
  await command.ended
})
