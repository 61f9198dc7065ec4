import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from './support/execute.mts'
import { type HttpRequest, respondingWith } from './support/httpRequest.mts'

const LIST = '/webinar/enroll/list'
const raw = { simplify: false, options: { rawOutput: true } }

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('Get Many, where one record is odd', () => {
  const good = { enroll_id: 1, nick_name: '甲', answer_list: [question(1, '公司', ['云帆'])] }

  it.each<[string, unknown, object]>([
    ['no answer', question(1, '公司', undefined), { 公司: null }],
    ['null for an answer', question(1, '公司', null), { 公司: null }],
    ['a text for an answer', question(1, '公司', '海风'), { 公司: '海风' }],
    ['a number for an answer', question(1, '公司', 7), { 公司: '7' }],
    ['an object for an answer', question(1, '公司', { a: 1 }), { 公司: '{"a":1}' }],
    ['a null among the answers', question(1, '公司', ['A', null, 'B']), { 公司: 'A; B' }],
    ['a question without a title', question(2, undefined, ['A']), { 'Question 2': 'A' }],
    ['a question with null for a title', question(2, null, ['A']), { 'Question 2': 'A' }],
    ['a question without title and number', { answer_content: ['A'] }, { Question: 'A' }],
    [
      'a question without a number',
      { question_title: '职位', answer_content: ['A'] },
      { 职位: 'A' },
    ],
    ['a text for a question', 'A', { Question: 'A' }],
    ['a control character', question(1, '公司', ['a\u0001b\u0000']), { 公司: 'a\u0001b\u0000' }],
  ])('gives the others, and what is there of it: %s', async (_, odd, columns) => {
    const items = await getMany([good, { enroll_id: 2, answer_list: [null, odd] }])
    expect(items).toMatchObject([
      { enroll_id: '1', 公司: '云帆' },
      { enroll_id: '2', nick_name: null, ...columns },
    ])
  })

  it.each([null, undefined, [], {}, [null]])('takes %j for no answers', async (answer_list) => {
    const items = await getMany([good, { enroll_id: 2, answer_list }])
    expect(items[1]).toMatchObject({ enroll_id: '2', 公司: null })
  })

  it('takes one question for a list of one', async () => {
    const items = await getMany([{ enroll_id: 2, answer_list: question(1, '公司', ['海风']) }])
    expect(items).toMatchObject([{ enroll_id: '2', 公司: '海风' }])
  })

  it('gives enrollments without an ID, each by itself', async () => {
    const items = await getMany([
      { nick_name: '乙' },
      { enroll_id: null, nick_name: '丙' },
      null,
      { ...good },
    ])
    expect(items.map(({ nick_name }) => nick_name)).toEqual(['乙', '丙', '甲'])
    expect(JSON.stringify(items)).not.toContain('undefined')
  })

  it('gives the name of a code only where it is one', async () => {
    const [nobody, unknown, odd] = await getMany([
      { enroll_id: 1, status: null },
      { enroll_id: 2, status: 'constructor' },
      { enroll_id: 3, status: { toString: 1 } },
    ])
    expect(nobody?.status_name).toBeNull()
    expect(unknown?.status_name).toBe('constructor')
    expect(odd).toMatchObject({ enroll_id: '3', status: { toString: 1 }, status_name: null })
  })
})

describe('columns for answers', () => {
  it.each<[string, [number, string, string][], object]>([
    [
      'a numbered name that is a title too',
      [
        [1, 'Remarks', 'a'],
        [4, 'Remarks', 'b'],
        [5, 'Remarks (4)', 'c'],
      ],
      { Remarks: 'a; b', 'Remarks (4)': 'c' },
    ],
    [
      'the name of a field, and what that becomes',
      [
        [1, 'nick_name', 'a'],
        [2, 'nick_name (answer)', 'b'],
      ],
      { nick_name: '王芳', 'nick_name (answer)': 'a', 'nick_name (answer) (answer)': 'b' },
    ],
    [
      'the name of a field that these rows do not have',
      [
        [1, 'tmp_openid', 'a'],
        [2, 'previous_status', 'b'],
      ],
      { 'tmp_openid (answer)': 'a', 'previous_status (answer)': 'b' },
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
      { 'Question 1': 'a; b' },
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
  ])('lose no answer and take the place of no field: %s', async (_, questions, columns) => {
    const answer_list = questions.map(([number, title, answer]) =>
      question(number, title, [answer]),
    )
    const [item = {}] = await getMany([{ enroll_id: 1, nick_name: '王芳', answer_list }])
    expect(Object.entries(item)).toEqual(expect.arrayContaining(Object.entries(columns)))
    const { nick_name: _name, ...own } = { nick_name: '', ...columns }
    expect(Object.keys(item).slice(-Object.keys(own).length)).toEqual(Object.keys(own))
  })

  it('are left alone by ISO times, whatever their titles', async () => {
    const answer_list = [
      question(1, 'start_time', ['9']),
      question(2, 'enroll_time', ['1600000007']),
    ]
    const enrollment = { enroll_id: 1, enroll_time: '2023/03/23 14:00', answer_list }
    const [item] = await getMany([enrollment], { options: { isoTimes: true } })
    expect(item).toMatchObject({
      start_time: '9',
      enroll_time: '2023-03-23T14:00:00.000+08:00',
      'enroll_time (answer)': '1600000007',
    })
    const [listed] = await getMany([enrollment], { options: { isoTimes: true, answers: 'list' } })
    expect(listed?.answer_list).toEqual(answer_list)
  })
})

describe('times as ISO 8601', () => {
  it.each<[unknown, unknown]>([
    ['2023-03-23 10:00:00', '2023-03-23T10:00:00.000+08:00'],
    ['2023/03/23 14:00', '2023-03-23T14:00:00.000+08:00'],
    ['2023/3/3 4:05', '2023-03-03T04:05:00.000+08:00'],
    [1_600_000_007, '2020-09-13T20:26:47.000+08:00'],
    ['1600000007', '2020-09-13T20:26:47.000+08:00'],
    [0, null],
    ['0', null],
    // What is no time stays as it is.
    ['2023-02-30 10:00:00', '2023-02-30 10:00:00'],
    [1_600_000_007_000, 1_600_000_007_000],
    ['soon', 'soon'],
    ['', ''],
    [-1, -1],
    [null, null],
    [true, true],
    [{ a: 1 }, { a: 1 }],
    [[1], [1]],
  ])('%j is %j', async (enroll_time, written) => {
    const [item] = await getMany([{ enroll_id: 1, enroll_time }], { options: { isoTimes: true } })
    expect(item?.enroll_time).toEqual(written)
  })

  it('say which time zone is not known', async () => {
    const failing = execute({
      wecom: mock,
      timeZone: 'Mars/Olympus',
      parameters: { ...parametersOf('enrollments'), options: { isoTimes: true } },
    })
    await expect(failing).rejects.toThrow('The time zone is "Mars/Olympus"; expected one such as')
  })
})

describe('Get Attendees', () => {
  const member = { userid: 'lisi', status: 1 }

  it.each<[unknown, object[]]>([
    [null, []],
    [undefined, []],
    [[], []],
    [{}, []],
    [[null], []],
    [{ member: null, tmp_external_user: {} }, []],
    [{ member: [null, member] }, [{ attendee_type: 'member', ...member, status_name: 'Attended' }]],
    [{ member }, [{ attendee_type: 'member', ...member, status_name: 'Attended' }]],
    [{ member: [{}] }, [{ attendee_type: 'member' }]],
    [{ member: ['lisi'] }, [{ attendee_type: 'member', value: 'lisi' }]],
    [
      { external_user: [{ userid: 'wo1' }], device: [{ device_sn: 'd' }], rooms: { room_id: 3 } },
      [
        { attendee_type: 'external_user', userid: 'wo1' },
        { attendee_type: 'device', device_sn: 'd' },
        { attendee_type: 'rooms', room_id: '3' },
      ],
    ],
    [
      { member: [JSON.parse('{"userid":"lisi","__proto__":"p","constructor":"c"}')] },
      [JSON.parse('{"attendee_type":"member","userid":"lisi","__proto__":"p","constructor":"c"}')],
    ],
    [
      { member: [{ userid: 'lisi', name: '李四', status: null }] },
      [{ attendee_type: 'member', userid: 'lisi', name: '李四', status: null }],
    ],
  ])('gives everything that came as %j', async (attendees, items) => {
    const output = await run('getAttendees', '/get_info', { errcode: 0, title: 't', attendees })
    expect(output).toHaveLength(items.length)
    for (const [index, item] of items.entries()) {
      expect(Object.entries(output[index] ?? {})).toEqual(
        expect.arrayContaining(Object.entries(item)),
      )
    }
  })
})

it('a value nested deeper than the stack holds is handed on', async () => {
  const deep = `${'{"start_time":['.repeat(30_000)}1${']}'.repeat(30_000)}`
  const output = await execute({
    wecom: mock,
    parameters: { ...parametersOf('get'), simplify: false, options: { isoTimes: true } },
    httpRequest: respondingWith('/get_info', `{"errcode":0,"title":"t","x":${deep}}`),
  })
  let levels = 0
  for (let one: unknown = output[0]?.json.x; typeof one === 'object'; levels += 1) {
    one = Object.values(one ?? {})[0]
  }
  expect(levels).toBe(60_000)
})

describe('a simplified meeting or webinar', () => {
  it.each<[unknown, unknown[]]>([
    [null, []],
    [undefined, []],
    ['zhang', []],
    [{ hosts: null }, []],
    [{ hosts: { userid: null } }, []],
    [{ hosts: { userid: 'zhang' } }, ['zhang']],
    [{ hosts: { userid: ['zhang', null] } }, ['zhang']],
    [{ hosts: [{ userid: 'zhang' }, null] }, ['zhang']],
  ])('has hosts out of settings %j', async (settings, hosts) => {
    const [item] = await run('get', '/get_info', { errcode: 0, title: 't', settings })
    expect(item?.hosts).toEqual(hosts)
  })

  it.each<[unknown, unknown[]]>([
    [null, []],
    [{ userid: 'zhang' }, ['zhang']],
    [
      [{ userid: 'zhang' }, null, {}, 'li'],
      ['zhang', 'li'],
    ],
  ])('has hosts out of %j', async (hosts, ids) => {
    const [item] = await run('webinar', '/webinar/get', { meetingid: 'w', hosts })
    expect(item?.hosts).toEqual(ids)
  })
})

describe('Raw Output', () => {
  const endless = { errcode: 0, has_more: true, enroll_list: [{ enroll_id: 1 }] }

  it.each([
    [endless],
    [{ ...endless, next_cursor: null }],
    [{ ...endless, next_cursor: '' }],
    [{ ...endless, next_cursor: 'same' }],
    [{ ...endless, has_more: 'true' }],
    [{ code: 401, message: 'login first' }],
    [{}],
    ['[]'],
    ['<html>'],
  ])(
    'fails as the resolved output does for %j',
    async (response) => {
      const failures = [{}, raw].map((how) =>
        execute({
          wecom: mock,
          parameters: { ...parametersOf('enrollments'), returnAll: true, ...how },
          httpRequest: respondingWith(LIST, response),
        }).then(
          () => 'it did not fail',
          (error) => error.message,
        ),
      )
      const [typed, exact] = await Promise.all(failures)
      expect(exact).toEqual(typed)
      expect(typed).toMatch(/ returned .+\. Check the Base URL/)
    },
    30_000,
  )

  it.each([
    [{ has_more: false, next_cursor: 'c' }],
    [{ has_more: 'false', next_cursor: 'c' }],
    [{ next_cursor: '' }],
    [{}],
  ])('ends where the resolved output ends: %j', async (page) => {
    const enroll_list = [{ enroll_id: 1 }, { enroll_id: 2 }]
    for (const how of [{}, raw]) {
      const parameters = { returnAll: true, ...how }
      expect(await getManyIn({ errcode: 0, enroll_list, ...page }, parameters)).toHaveLength(2)
    }
  })

  it('takes one enrollment for a list of one', async () => {
    const page = { errcode: 0, has_more: false, enroll_list: { enroll_id: 7, x: null } }
    expect(await getManyIn(page, raw)).toEqual([{ enroll_id: 7, x: null }])
  })

  it.each([null, undefined, [], {}])('takes %j for no enrollment', async (enroll_list) => {
    expect(await getManyIn({ errcode: 0, has_more: false, enroll_list }, raw)).toEqual([])
  })

  it.each([
    ['webinar', 'get'],
    ['enrollments', 'list'],
    ['get', 'get_info'],
  ])('set for one of two items that ask for the same gives each its own: %s', async (what) => {
    const { meetingid } = mock.addWebinar({ enrollments: [{ enroll_id: 1_386_442 }] })
    const id = what === 'get' ? mock.addMeeting({}).meetingid : meetingid
    const httpRequest = respondingWith('/webinar/get', { meetingid, subject: '秋季发布会' })
    for (const order of [
      [false, true],
      [true, false],
    ]) {
      const output = await execute({
        wecom: mock,
        httpRequest,
        parameters: { ...parametersOf(what, id), simplify: false },
        items: 2,
        itemParameters: (item) => ({ options: { rawOutput: order[item] === true } }),
      })
      const alone = await Promise.all(
        order.map((rawOutput) =>
          execute({
            wecom: mock,
            httpRequest,
            parameters: { ...parametersOf(what, id), simplify: false, options: { rawOutput } },
          }),
        ),
      )
      expect(output.map(({ json }) => json)).toEqual(alone.flat().map(({ json }) => json))
      expect(output[0]?.json).not.toEqual(output[1]?.json)
    }
  })
})

function question(question_num: number, question_title: unknown, answer_content: unknown) {
  return { question_num, question_title, answer_content }
}

function parametersOf(what: string, id = 'wb1'): INodeParameters {
  const locator = { mode: 'id', value: id }
  if (what === 'enrollments') {
    return { resource: 'webinarEnrollment', operation: 'getAll', webinar: locator }
  }
  if (what === 'webinar') return { resource: 'webinar', operation: 'get', webinar: locator }
  return { resource: 'meeting', operation: what, meeting: locator }
}

async function run(what: string, path: string, response: unknown): Promise<IDataObject[]> {
  const httpRequest: HttpRequest = respondingWith(path, response)
  const output = await execute({ wecom: mock, parameters: parametersOf(what), httpRequest })
  return output.map(({ json }) => json)
}

function getMany(enroll_list: unknown[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
  return getManyIn({ errcode: 0, has_more: false, enroll_list }, parameters)
}

async function getManyIn(page: object, parameters: INodeParameters): Promise<IDataObject[]> {
  const output = await execute({
    wecom: mock,
    parameters: { ...parametersOf('enrollments'), ...parameters },
    httpRequest: respondingWith(LIST, page),
  })
  return output.map(({ json }) => json)
}
