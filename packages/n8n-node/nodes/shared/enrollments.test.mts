import { type EnrollmentFields, type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../test/support/execute.mts'
import { enrollmentRows } from './enrollments.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('an enrollment', () => {
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

  it('has all of its fields where Simplify is off', async () => {
    const [item] = await enrolled([{ answers: [[1, '公司', ['云帆']]] }], { simplify: false })
    expect(item).toMatchObject({ tmp_openid: expect.any(String), 公司: '云帆' })
  })

  it('is exactly what WeCom sent, on request, a number where WeCom sends one', async () => {
    const [item] = await enrolled([{ enroll_id: 1_386_442, answers: [[1, '公司', ['云帆']]] }], {
      simplify: false,
      options: { rawOutput: true },
    })
    expect(item?.enroll_id).toBe(1_386_442)
    expect(item?.answer_list).toHaveLength(1)
  })

  it("has WeCom's wall-clock time as ISO 8601 on request", async () => {
    const [item] = await enrolled([{ enroll_time: '2026-03-14 16:00:00' }], {
      options: { isoTimes: true },
    })
    expect(item?.enroll_time).toBe('2026-03-14T16:00:00.000+08:00')
  })
})

type AnswerTuple = [number: number, title: string, content: string[]]

it('converts the times of what is presented only, however many enrollments are known', () => {
  const known = Array.from({ length: 100 }, (_, index) => ({
    enroll_id: `${index}`,
    enroll_time: '2026-03-14 16:00:00',
    answer_list: [{ question_title: '公司', question_num: 1, answer_content: ['云帆'] }],
  }))
  const converted: unknown[] = []
  const rows = enrollmentRows(
    known.slice(0, 2),
    {
      simplify: true,
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

async function enrolled(
  people: (EnrollmentFields & { answers?: AnswerTuple[] })[],
  parameters: INodeParameters = {},
): Promise<IDataObject[]> {
  const { meetingid } = mock.addWebinar({
    enrollments: people.map(({ answers = [], ...fields }) => ({
      ...fields,
      answer_list: answers.map(([question_num, question_title, answer_content]) => ({
        question_num,
        question_title,
        answer_content,
        is_required: 1,
        question_type: 2,
        special_type: 1,
      })),
    })),
  })
  const output = await execute({
    wecom: mock,
    parameters: {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { mode: 'id', value: meetingid },
      ...parameters,
    },
  })
  return output.map(({ json }) => json)
}
