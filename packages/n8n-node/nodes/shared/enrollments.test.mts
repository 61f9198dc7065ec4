import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolled as enrolledAt, type Person } from '../../test/support/enrolled.mts'
import { enrollmentRows } from './enrollments.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('an enrollment', () => {
  it('has where it belongs, its fields, null where absent, then a column for each question', async () => {
    const [item] = await enrolled([
      { nick_name: '王芳', status: 3, answers: [[1, '公司', ['云帆']]] },
    ])

    expect(Object.keys(item ?? {})).toEqual([
      'meetingid',
      'title',
      'enroll_id',
      'nick_name',
      'status',
      'status_name',
      'enroll_time',
      'enroll_source_type',
      'enroll_source_type_name',
      'userid',
      'enroll_code',
      'phone',
      'email',
      'name',
      'company',
      '公司',
    ])
    expect(item).toMatchObject({
      meetingid: expect.any(String),
      title: '秋季发布会',
      nick_name: '王芳',
      status_name: 'Approved',
      phone: null,
      公司: '云帆',
    })
  })

  it('has phone, email, name and company as fields of their own, whatever the questions are called', async () => {
    const [item] = await enrolled([
      {
        answers: [
          [1, '怎么联系您', ['13800001111'], 2, 3],
          [2, 'Work e-mail', ['fang@example.com'], 3, 3],
          [3, '称呼', ['王芳'], 4, 3],
          [4, '单位', ['云帆'], 5, 3],
        ],
      },
    ])
    expect(item).toMatchObject({
      phone: '13800001111',
      email: 'fang@example.com',
      name: '王芳',
      company: '云帆',
      怎么联系您: '13800001111',
      单位: '云帆',
    })
  })

  it('has several answers joined so that they can be told apart', async () => {
    const answers = [
      ['产品', '案例'],
      ['x, y', 'z'],
      ['x', 'y, z'],
      ['x; y', 'z'],
      ['x', 'y', 'z'],
      ['x; y; z'],
      ['say "x"', 'y'],
    ]
    const items = await enrolled(answers.map((content) => ({ answers: [[1, '议题', content]] })))
    const cells = items.map((item) => item.议题)
    expect(cells).toEqual([
      '产品; 案例',
      'x, y; z',
      'x; y, z',
      '"x; y"; z',
      'x; y; z',
      '"x; y; z"',
      '"say ""x"""; y',
    ])
    expect(new Set(cells).size).toBe(cells.length)
  })

  it('has the answers of a multiple choice as a list on request, however many, and others as text', async () => {
    const items = await enrolled(
      [
        {
          answers: [
            [1, '议题', ['产品', '案例']],
            [2, '公司', ['云帆; 海风'], 1, 3],
          ],
        },
        { answers: [[1, '议题', ['产品']]] },
      ],
      { options: { severalAnswers: 'list' } },
    )
    expect(items).toMatchObject([
      { 议题: ['产品', '案例'], 公司: '云帆; 海风' },
      { 议题: ['产品'], 公司: null },
    ])
  })

  it('has null for a question left open', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', []]] }])
    expect(item?.公司).toBeNull()
  })

  it('keeps its own fields where a question has the name of one', async () => {
    const [item] = await enrolled([
      {
        nick_name: '王芳',
        answers: [
          [1, 'nick_name', ['芳芳']],
          [2, '__proto__', ['x']],
          [3, 'event', ['y']],
        ],
      },
    ])
    expect(item).toMatchObject({ nick_name: '王芳', 'nick_name (answer)': '芳芳' })
    expect(Object.entries(item ?? {})).toContainEqual(['__proto__', 'x'])
    expect(item).toMatchObject({ 'event (answer)': 'y' })
  })

  it('keeps a title apart that is written like such a name', async () => {
    const [item] = await enrolled([
      {
        answers: [
          [1, 'event', ['x']],
          [2, 'event (answer)', ['y']],
          [3, '评价 (answer)', ['z']],
        ],
      },
    ])
    expect(item).toMatchObject({
      'event (answer)': 'x',
      'event (answer) (answer)': 'y',
      '评价 (answer)': 'z',
    })
  })

  it('has the list that WeCom sends on request', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', ['云帆']]] }], {
      options: { answers: 'list' },
    })
    expect(item?.answer_list).toMatchObject([
      { question_title: '公司', answer_content: ['云帆'], special_type_name: 'None' },
    ])
    expect(item).not.toHaveProperty('公司')
  })

  it('has all of its fields where Simplify is off', async () => {
    const [item] = await enrolled([{ status: 3, answers: [[1, '公司', ['云帆']]] }], {
      simplify: false,
    })
    expect(item).toMatchObject({
      meetingid: expect.any(String),
      title: '秋季发布会',
      status: 3,
      status_name: 'Approved',
      tmp_openid: expect.any(String),
      公司: '云帆',
    })
  })

  it('has the same columns whoever comes, also where Simplify is off', async () => {
    const patch = { remove: ['enroll_list.1.userid'] }
    mock.fault({ operation: 'listWebinarEnrollments', patch, times: 1 })
    const people = [{ userid: 'lisi' }, { userid: 'wangwu' }]
    const items = await enrolled(people, { simplify: false })
    expect(items.map(({ userid }) => userid)).toEqual(['lisi', null])
    const [columns, others] = items.map(Object.keys)
    expect(others).toEqual(columns)
  })

  it('is exactly what WeCom sent, on request, a number where WeCom sends one', async () => {
    const [item] = await enrolled([{ enroll_id: 1_386_442, answers: [[1, '公司', ['云帆']]] }], {
      simplify: false,
      options: { rawOutput: true },
    })
    expect(item?.enroll_id).toBe(1_386_442)
    expect(item?.answer_list).toHaveLength(1)
  })

  it("has WeCom's wall-clock time as ISO 8601, and as it comes where Simplify is off", async () => {
    const people = [{ enroll_time: '2026-03-14 16:00:00' }]
    const iso = { options: { isoTimes: true } }
    const times = [{}, { options: { isoTimes: false } }, { simplify: false, ...iso }].map(
      async (parameters) => (await enrolled(people, parameters))[0]?.enroll_time,
    )
    for (const time of await Promise.all(times)) expect(time).toBe('2026-03-14T16:00:00.000+08:00')
    const [raw] = await enrolled(people, { simplify: false })
    expect(raw?.enroll_time).toBe('2026-03-14 16:00:00')
  })
})

describe('the column of a question', () => {
  const people: Person[] = [
    { status: 3, answers: [[4, '备注', ['乙'], 1, 3]] },
    {
      status: 2,
      answers: [
        [1, '备注', ['甲'], 1, 3],
        [2, '公司', ['云帆'], 1, 3],
        [4, '备注', ['乙'], 1, 3],
      ],
    },
    { status: 1, answers: [] },
  ]

  it.each<[INodeParameters]>([[{}], [{ status: 3 }], [{ limit: 1 }], [{ simplify: false }]])(
    'has one name whichever enrollments come: %j',
    async (parameters) => {
      const items = await enrolled(people, parameters)
      expect(items[0]).toMatchObject({ 备注: '乙' })
      expect(Object.keys(items[0] ?? {}).filter((name) => name.includes('('))).toEqual([])
    },
  )

  it.each<[INodeParameters]>([
    [{}],
    [{ status: 3 }],
    [{ limit: 1 }],
    [{ status: 2, limit: 1 }],
    [{ status: 3, simplify: false }],
  ])('is there whichever enrollments come, also those without answers: %j', async (parameters) => {
    const items = await enrolled([{ status: 3 }, ...people, { status: 2 }], parameters)
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(Object.keys(item).slice(-2)).toEqual(['备注', '公司'])
  })

  it('is there in every row, in the order of the form', async () => {
    const items = await enrolled(people)
    expect(items.map((item) => Object.keys(item).slice(-2))).toEqual(
      people.map(() => ['备注', '公司']),
    )
    expect(items).toMatchObject([
      { 备注: '乙', 公司: null },
      { 备注: '甲; 乙', 公司: '云帆' },
      { 备注: null, 公司: null },
    ])
  })

  it('keeps its name where a question is added to the form', async () => {
    const [before, after] = await enrolled([
      { answers: [[1, '公司', ['云帆']]] },
      {
        answers: [
          [1, '职位', ['经理']],
          [2, '公司', ['海风']],
          [3, '公司', ['云帆']],
        ],
      },
    ])
    expect(before).toMatchObject({ 公司: '云帆', 职位: null })
    expect(after).toMatchObject({ 公司: '海风; 云帆', 职位: '经理' })
  })

  it('has its number in its name on request, so that those with one title are told apart', async () => {
    const items = await enrolled(people, { options: { answers: 'numbered' } })
    expect(items[0]).toMatchObject({ '备注 (1)': null, '公司 (2)': null, '备注 (4)': '乙' })
    expect(items[1]).toMatchObject({ '备注 (1)': '甲', '公司 (2)': '云帆', '备注 (4)': '乙' })
    const [alone] = await enrolled(people, { status: 3, options: { answers: 'numbered' } })
    expect(alone).toMatchObject({ '备注 (4)': '乙' })
  })

  it('is left out on request, and whatever is personal with it', async () => {
    const [item] = await enrolled([{ answers: [[1, '电话', ['13800001111'], 2]] }], {
      options: { answers: 'none' },
    })
    expect(item).toHaveProperty('enroll_code')
    expect(item).not.toHaveProperty('phone')
    expect(JSON.stringify(item)).not.toContain('13800001111')
  })
})

it.each<[string, INodeParameters, boolean]>([
  ['only where it is asked for', {}, false],
  ['where it is', { options: { answers: 'columns' } }, true],
])('a model gets what people answered %s', async (_, parameters, isGiven) => {
  const people: Person[] = [{ answers: [[1, '电话', ['13800001111'], 2]] }]
  const [item] = await enrolled(people, parameters, true)
  expect(item).toMatchObject({ status_name: expect.any(String) })
  expect(JSON.stringify(item).includes('13800001111')).toBe(isGiven)
})

it('converts the times of what is presented only, however many enrollments are known', () => {
  const known = Array.from({ length: 100 }, (_, index) => ({
    enroll_id: `${index}`,
    enroll_time: '2026-03-14 16:00:00',
    answer_list: [{ question_title: '公司', question_num: 1, answer_content: ['云帆'] }],
  }))
  const converted: unknown[] = []
  const rows = enrollmentRows(
    known.slice(0, 2),
    { meetingid: 'w', title: null },
    {
      simplify: true,
      raw: false,
      answers: 'columns',
      severalAnswers: 'joined',
      times: (fields) => {
        converted.push(fields)
        return fields
      },
    },
    known,
  )
  expect(rows).toMatchObject([{ enroll_id: '0', 公司: '云帆' }, { enroll_id: '1' }])
  expect(converted).toHaveLength(2)
})

function enrolled(people: Person[], parameters: INodeParameters = {}, asTool = false) {
  return enrolledAt(mock, people, { parameters, asTool })
}
