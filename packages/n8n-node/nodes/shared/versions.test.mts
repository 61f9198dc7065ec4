import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AnswerTuple,
  enrolled as enrolledAt,
  type Person,
} from '../../test/support/enrolled.mts'
import { execute } from '../../test/support/execute.mts'
import { preferring } from '../../test/support/httpRequest.mts'
import { watch } from '../../test/support/watch.mts'

// What workflows that were made with the first version of the nodes get, and must go on getting.

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('an enrollment, in version 1', () => {
  it('has its fields, then a column for each question', async () => {
    const [item] = await enrolled([
      { nick_name: '王芳', status: 3, answers: [[1, '公司', ['云帆']]] },
    ])

    expect(Object.keys(item ?? {}).filter((name) => name !== 'userid')).toEqual([
      'enroll_id',
      'nick_name',
      'status',
      'status_name',
      'enroll_time',
      'enroll_source_type',
      'enroll_source_type_name',
      'enroll_code',
      '公司',
    ])
    expect(item).toMatchObject({ nick_name: '王芳', status_name: 'Approved', 公司: '云帆' })
  })

  it('has no answers where none are asked for', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', ['云帆']]] }], {
      options: { answers: 'none' },
    })
    expect(JSON.stringify(item)).not.toContain('云帆')
  })

  it('has several answers joined', async () => {
    const [item] = await enrolled([{ answers: [[1, '议题', ['产品', '案例']]] }])
    expect(item?.议题).toBe('产品, 案例')
  })

  it('has several answers as a list on request, and one as it is', async () => {
    const [item] = await enrolled(
      [
        {
          answers: [
            [1, '议题', ['产品', '案例']],
            [2, '公司', ['云帆']],
          ],
        },
      ],
      { options: { severalAnswers: 'list' } },
    )
    expect(item).toMatchObject({ 议题: ['产品', '案例'], 公司: '云帆' })
  })

  it('has an empty column for a question left open', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', []]] }])
    expect(item?.公司).toBe('')
  })

  it('keeps two questions with one title apart, the same way in every item', async () => {
    const items = await enrolled([
      {
        answers: [
          [1, '备注', ['甲']],
          [4, '备注', ['乙']],
        ],
      },
      { answers: [[4, '备注', ['丙']]] },
    ])

    expect(items[0]).toMatchObject({ '备注 (1)': '甲', '备注 (4)': '乙' })
    expect(items[1]).toMatchObject({ '备注 (4)': '丙' })
    expect(items.map((item) => '备注' in item)).toEqual([false, false])
  })

  it('keeps its own fields where a question has the name of one', async () => {
    const [item] = await enrolled([
      {
        nick_name: '王芳',
        answers: [
          [1, 'nick_name', ['芳芳']],
          [2, '__proto__', ['x']],
        ],
      },
    ])
    expect(item).toMatchObject({ nick_name: '王芳', 'nick_name (1)': '芳芳' })
    expect(Object.entries(item ?? {})).toContainEqual(['__proto__', 'x'])
  })

  it('has the list that WeCom sends on request', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', ['云帆']]] }], {
      options: { answers: 'list' },
    })
    expect(item?.answer_list).toEqual([
      expect.objectContaining({ question_title: '公司', answer_content: ['云帆'] }),
    ])
    expect(item).not.toHaveProperty('公司')
  })
})

describe('columns for answers, in version 1', () => {
  it.each<[string, [number, string, string][], object]>([
    [
      'a numbered name that is a title too',
      [
        [1, 'Remarks', 'a'],
        [4, 'Remarks', 'b'],
        [5, 'Remarks (4)', 'c'],
      ],
      { 'Remarks (1)': 'a', 'Remarks (4) (2)': 'b', 'Remarks (4)': 'c' },
    ],
    [
      'the name of a field, and its numbered name',
      [
        [1, 'nick_name', 'a'],
        [2, 'nick_name (1)', 'b'],
      ],
      { nick_name: '王芳', 'nick_name (1) (2)': 'a', 'nick_name (1)': 'b' },
    ],
    [
      'empty titles',
      [
        [1, '', 'a'],
        [2, '', 'b'],
      ],
      { 'Question 1': 'a', 'Question 2': 'b' },
    ],
    [
      'a title like the name of an empty one',
      [
        [1, '', 'a'],
        [2, 'Question 1', 'b'],
      ],
      { 'Question 1 (2)': 'a', 'Question 1': 'b' },
    ],
    [
      'the same title and number twice',
      [
        [1, 'Remarks', 'a'],
        [1, 'Remarks', 'b'],
      ],
      { 'Remarks (1)': 'a', 'Remarks (1) (2)': 'b' },
    ],
    [
      'names of every object',
      [
        [1, '__proto__', 'a'],
        [2, 'constructor', 'b'],
        [3, 'toString', 'c'],
      ],
      JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}'),
    ],
  ])('never take the place of another: %s', async (_, questions, columns) => {
    const item = await ofAnswers(questions)
    expect(Object.entries(item)).toEqual(expect.arrayContaining(Object.entries(columns)))
  })
})

it('a meeting, in version 1, has the fields that WeCom sends, and its times as they come', async () => {
  const { meetingid } = mock.addMeeting({
    title: '周会',
    meeting_code: '987654321',
    meeting_start: 1_773_475_200,
  })
  const [item] = await run({ resource: 'meeting', operation: 'get', meeting: byId(meetingid) })
  expect(item).toEqual({
    title: '周会',
    meeting_code: '987654321',
    status: 3,
    status_name: 'Ended',
    meeting_type: 0,
    meeting_type_name: 'One Time',
    meeting_start: 1_773_475_200,
    meeting_duration: 3600,
    description: expect.any(String),
    location: expect.any(String),
    meeting_link: expect.stringContaining('https://example.com/meeting/'),
    admin_userid: expect.any(String),
    hosts: [expect.any(String)],
  })
})

it('a meeting, in version 1, has no names of codes where Simplify is off', async () => {
  const { meetingid } = mock.addMeeting({ status: 3 })
  const [item] = await run({
    resource: 'meeting',
    operation: 'get',
    meeting: byId(meetingid),
    simplify: false,
  })
  expect(item).toMatchObject({ status: 3 })
  expect(JSON.stringify(item)).not.toMatch(/(status|scope|type)_name/)
})

it('a webinar, in version 1, is named Init before it starts', async () => {
  const { meetingid } = mock.addWebinar({
    status: 'MEETING_STATE_INIT',
    start_time: '1773475200',
  })
  const [item] = await run({ resource: 'webinar', operation: 'get', webinar: byId(meetingid) })
  expect(Object.keys(item ?? {}).slice(0, 5)).toEqual([
    'meetingid',
    'title',
    'meeting_code',
    'status',
    'status_name',
  ])
  expect(item).toMatchObject({ status_name: 'Init', start_time: '1773475200' })
})

it('attendees, in version 1, are all of them, with the fields that WeCom sends', async () => {
  const attendance = {
    first_join_time: 1_773_475_200,
    last_quit_time: 0,
    total_join_count: 2,
    cumulative_time: 3600,
  }
  const member = Array.from({ length: 60 }, (_, index) => ({
    userid: `user${index}`,
    status: 1,
    ...attendance,
  }))
  const { meetingid } = mock.addMeeting({ attendees: { member } })
  const items = await run({
    resource: 'meeting',
    operation: 'getAttendees',
    meeting: byId(meetingid),
  })
  expect(items).toEqual(
    member.map((one) => ({
      attendee_type: 'member',
      userid: one.userid,
      status: 1,
      status_name: 'Attended',
      ...attendance,
    })),
  )
})

it('the trigger, in version 1, has no previous status of somebody new, and lets To Status narrow changes alone', async () => {
  const { meetingid } = mock.addWebinar({ enrollments: [{ status: 1 }, { status: 1 }] })
  const watched = watch(mock, { webinar: byId(meetingid), event: 'either', toStatus: 3 }, 1)
  expect(await watched.poll()).toEqual([])
  const [first, second] = mock.enrollments(meetingid)
  mock.updateEnrollment(meetingid, first?.enroll_id ?? '', { status: 3 })
  mock.updateEnrollment(meetingid, second?.enroll_id ?? '', { status: 2 })
  mock.addEnrollments(meetingid, [{ status: 1, enroll_time: '2026-03-14 16:00:00' }])

  const [changed = {}, created = {}, ...others] = await watched.poll()

  expect(others).toEqual([])
  expect(Object.keys(changed).slice(0, 5)).toEqual([
    'event',
    'meetingid',
    'previous_status',
    'previous_status_name',
    'enroll_id',
  ])
  expect(created).toMatchObject({ event: 'created', enroll_time: '2026-03-14 16:00:00' })
  expect(Object.keys(created).slice(0, 3)).toEqual(['event', 'meetingid', 'enroll_id'])
})

it('an item that failed, in version 1, has the error alone', async () => {
  const output = await execute({
    wecom: mock,
    version: 1,
    continueOnFail: true,
    parameters: { resource: 'webinar', operation: 'get', webinar: byId('w') },
    httpRequest: preferring('/cgi-bin/meeting/webinar/get', 'untrusted-ip'),
  })
  expect(Object.keys(output[0]?.json ?? {})).toEqual(['error', 'details'])
  expect(output[0]?.json.details).toMatchObject({ errcode: 60020, fix: expect.any(String) })
})

function byId(value: string): INodeParameters {
  return { mode: 'id', value }
}

async function run(parameters: INodeParameters): Promise<IDataObject[]> {
  const output = await execute({ wecom: mock, version: 1, parameters })
  return output.map(({ json }) => json)
}

async function ofAnswers(questions: [number, string, string][]): Promise<IDataObject> {
  const answers = questions.map(([number, title, text]): AnswerTuple => [number, title, [text]])
  const [item = {}] = await enrolled([{ nick_name: '王芳', answers }])
  return item
}

function enrolled(people: Person[], parameters: INodeParameters = {}) {
  return enrolledAt(mock, people, { parameters, version: 1 })
}
