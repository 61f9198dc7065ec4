import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { MockSetupError, startMockServer } from '../index.ts'
import { call } from '../testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
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
    ['list.yaml', '- a', /list\.yaml:1:1: file: expected a map of fields$/],
    [
      'unknown.yaml',
      'meeting: []',
      /unknown\.yaml:1:10: meeting: unknown; expected "meetings" and "webinars"$/,
    ],
    ['map.yaml', 'meetings: {}', /map\.yaml:1:11: meetings: expected a list$/],
    ['text.yaml', 'meetings:\n  - a', /text\.yaml:2:5: meetings\[0\]: expected a map of fields$/],
    [
      'title.yaml',
      'meetings:\n  - title: ok\n  - title: 5\n',
      /title\.yaml:3:12: meetings\[1\]\.title: .*it must be string$/,
    ],
    [
      'status.yaml',
      'webinars:\n  - title: ok\n    enrollments:\n      - status: approved\n',
      /status\.yaml:4:17: webinars\[0\]\.enrollments\[0\]\.status: .*it must be integer$/,
    ],
    [
      'count.yaml',
      'webinars:\n  - enrollments: many\n',
      /count\.yaml:2:18: webinars\[0\]\.enrollments: enrollments is "many"; expected how many/,
    ],
    ['cycle.yaml', 'meetings:\n  - &m\n    self: *m\n', /cycle\.yaml: .*contains itself$/],
    ['list-cycle.yaml', 'meetings: &a\n  - x: *a\n', /list-cycle\.yaml: .*contains itself$/],
    ['alias.yaml', 'meetings: *nobody', /alias\.yaml: Unresolved alias .*nobody$/],
    ['bomb.yaml', bomb, /bomb\.yaml: Excessive alias count/],
  ])('%s', async (name, text, message) => {
    await expect(startMockServer({ fixtures: file(name, text) })).rejects.toThrow(MockSetupError)
    await expect(startMockServer({ fixtures: file(name, text) })).rejects.toThrow(message)
  })

  test('that is not there', async () => {
    const fixtures = join(folder, 'nothing.yaml')
    await expect(startMockServer({ fixtures })).rejects.toThrow(`${fixtures}: no such file`)
  })
})
