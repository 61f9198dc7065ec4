import { expect, it } from 'vitest'
import { presentEnrollments } from '../nodes/shared/enrollments.ts'

it('converts the times of what is presented only, however many enrollments are known', () => {
  const known = Array.from({ length: 100 }, (_, index) => ({
    enroll_id: `${index}`,
    enroll_time: '2026-03-14 16:00:00',
    answer_list: [{ question_title: '公司', question_num: 1, answer_content: ['云帆'] }],
  }))
  const converted: unknown[] = []
  const rows = presentEnrollments(
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
