import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarioNames } from './faults/scenarios.ts'
import controlDocument from './generated/control.json' with { type: 'json' }
import { type MockServer, MockSetupError, type OperationId, startMockServer } from './index.ts'
import { nearestName } from './names.ts'
import options from './options.json' with { type: 'json' }
import { call } from './testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
  mock.addWebinar({ meetingid: 'launch', enrollments: [{ enroll_id: 'wang' }] })
})
afterAll(async () => {
  await mock.close()
  rmSync(folder, { recursive: true })
})

type Loose = Record<string, (...args: unknown[]) => unknown>

describe('a misspelled name is refused with the nearest one', () => {
  test.each<[string, unknown[], string]>([
    ['addMeeting', [{ titel: '周会' }], 'meeting has no field titel; did you mean title?'],
    ['addWebinar', [{ titel: '发布会' }], 'webinar has no field titel; did you mean title?'],
    [
      'addWebinar',
      [{ enrollments: [{}, { nickname: '王芳' }] }],
      'enrollments[1] has no field nickname; did you mean nick_name?',
    ],
    [
      'addMeeting',
      [{ settings: { pasword: '1' } }],
      'settings has no field pasword; did you mean password?',
    ],
    [
      'addMeeting',
      [{ attendees: { member: [{ userid: 'a' }, { usrid: 'b' }] } }],
      'attendees.member[1] has no field usrid; did you mean userid?',
    ],
    [
      'addWebinar',
      [{ enrollments: [{ answer_list: [{ question_titel: '?' }] }] }],
      'enrollments[0].answer_list[0] has no field question_titel; did you mean question_title?',
    ],
    ['addMeeting', [{ fields: {} }], 'meeting has no field fields; it has errcode, '],
    [
      'updateEnrollment',
      ['launch', 'wang', { stauts: 3 }],
      'enrollment has no field stauts; did you mean status?',
    ],
    ['fault', [{ errcode: -1, tims: 2 }], 'fault has no field tims; did you mean times?'],
    ['fault', [{ errcode: -1, operation: 'getWebinars' }], 'did you mean getWebinar?'],
    ['scenario', ['bussy'], 'did you mean busy?'],
    [
      'requests',
      [{ opration: 'getMeeting' }],
      'requests has no field opration; did you mean operation?',
    ],
    [
      'requests',
      [{ operation: 'getMeting' }],
      'operation is "getMeting"; expected one of getToken, ',
    ],
  ])('%s(...%j)', (name, args, sentence) => {
    const run = () => (mock as unknown as Loose)[name]?.(...args)
    expect(run).toThrow(MockSetupError)
    expect(run).toThrow(sentence)
    expect(mock.enrollments('launch')).toHaveLength(1)
  })

  test('an operation, for the compiler too', () => {
    // @ts-expect-error No operation has this name.
    expect(() => mock.fault({ operation: 'getMeting', errcode: -1 })).toThrow('getMeeting?')
    // @ts-expect-error No operation has this name.
    expect(() => mock.requests({ operation: 'getMeting' })).toThrow('getMeeting?')
    const all: OperationId = 'listWebinarEnrollments'
    expect(mock.requests({ operation: all })).toEqual([])
  })

  test('waitFor', async () => {
    await expect(mock.waitFor({ opration: 'getMeeting' } as never)).rejects.toThrow(
      'waitFor has no field opration; did you mean operation?',
    )
  })

  test('an option', async () => {
    await expect(startMockServer({ prot: 1 } as never)).rejects.toThrow(
      'startMockServer has no field prot; did you mean port?',
    )
  })

  test('fixtures, with all that is wrong at once, a line each', async () => {
    const fixtures = join(folder, 'wrong.yaml')
    writeFileSync(
      fixtures,
      'meetings:\n  - titel: 周会\n  - title: 5\n    status: a\nwebinars:\n  - enrollments:\n      - nickname: 王芳\n      - { nick: 李强, status: a }\n    titel: 发布会\n    meeting_code: 5\n',
    )
    const { message } = await startMockServer({ fixtures }).then(
      () => new Error('started'),
      (error: Error) => error,
    )
    expect(message.split('\n')).toEqual([
      expect.stringMatching(
        /wrong\.yaml:2:12: meetings\[0\]\.titel: meeting has no field titel; did you/,
      ),
      expect.stringMatching(
        /wrong\.yaml:3:12: meetings\[1\]\.title is 5; it must be text: write it in quotes$/,
      ),
      expect.stringMatching(/wrong\.yaml:4:13: meetings\[1\]\.status is "a"; it must be integer$/),
      expect.stringMatching(
        /wrong\.yaml:9:12: webinars\[0\]\.titel: webinar has no field titel; did you/,
      ),
      expect.stringMatching(
        /wrong\.yaml:7:19: webinars\[0\]\.enrollments\[0\]\.nickname: .*did you mean nick_name/,
      ),
      expect.stringMatching(
        /wrong\.yaml:8:17: webinars\[0\]\.enrollments\[1\]\.nick: enrollments\[1\] has no field nick/,
      ),
      expect.stringMatching(
        /wrong\.yaml:8:29: webinars\[0\]\.enrollments\[1\]\.status is "a"; it must be integer$/,
      ),
      expect.stringMatching(
        /wrong\.yaml:10:19: webinars\[0\]\.meeting_code is 5; it must be text: write it in quotes$/,
      ),
    ])
  })
})

test('what the spec does not have goes in by `extra`, and is sent along', async () => {
  const { meetingid } = mock.addMeeting({ extra: { new_field: 1, title: '周会' } })
  expect(await call(mock, 'getMeeting', { meetingid })).toMatchObject({
    new_field: 1,
    title: '周会',
  })
  const webinar = mock.addWebinar({
    extra: { other: [] },
    enrollments: [{ extra: { more: true } }],
  })
  expect(await call(mock, 'getWebinar', { meetingid: webinar.meetingid })).toMatchObject({
    other: [],
  })
  expect(mock.enrollments(webinar.meetingid)).toMatchObject([{ more: true }])
})

test('a text that no page allows is refused in one sentence, by `extra` as well', async () => {
  await using mock = await startMockServer()
  const description = 'x'.repeat(601)
  const refusal = /^description is "x+…; it must NOT have more than 600 characters$/
  expect(() => mock.addMeeting({ description })).toThrow(refusal)
  expect(() => mock.addMeeting({ extra: { description } })).toThrow(refusal)
})

test('a text of more bytes than the page allows goes in by `extra`, too', async () => {
  const title = '会'.repeat(17)
  expect(() => mock.addMeeting({ title })).toThrow(
    'title is of 51 bytes; WeCom\'s page allows 40, a longer one goes into "extra"',
  )
  expect(() => mock.addMeeting({ description: '会'.repeat(201) })).toThrow('603 bytes')
  const { meetingid } = mock.addMeeting({ title: '会'.repeat(13), extra: { title } })
  expect(await call(mock, 'getMeeting', { meetingid })).toMatchObject({ title })
})

test('what is nested too deep is refused in `extra`, too', () => {
  const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)
  expect(() => mock.addMeeting({ extra: { deep } })).toThrow('nested more than 100 deep')
})

test('a request for a named example uses up no fault', async () => {
  const fault = mock.fault({ operation: 'getMeeting', errcode: 60020, times: 1 })
  const headers = { prefer: 'example=as-published' }
  expect(await call(mock, 'getMeeting', { meetingid: 'a' }, { headers })).toMatchObject({
    errcode: 0,
  })
  expect(mock.faults).toContainEqual({ ...fault, struck: 0 })
  expect(await call(mock, 'getMeeting', { meetingid: 'a' })).toMatchObject({ errcode: 60020 })
})

test('the documents name the scenarios that there are', () => {
  const { name } =
    controlDocument.paths['/__mock/scenario'].post.requestBody.content['application/json'].schema
      .properties
  expect(name.enum).toEqual([...scenarioNames, 'none'])
  expect(options.properties.scenario.enum).toEqual(name.enum)
})

test.each([
  ['titel', 'title'],
  ['stauts', 'status'],
  ['enrolments', 'enrollments'],
  ['xyz', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('the name nearest to %.12s is %s', (name, near) => {
  expect(nearestName(name, ['title', 'status', 'enrollments', 'times'])).toBe(near)
})
