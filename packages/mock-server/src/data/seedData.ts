import type { Data } from './Data.ts'
import type { Random } from './Random.ts'
import { recurringMeeting } from './recurringMeeting.ts'

/** The made-up data that every server starts with, besides the official samples. */
export function seedData(
  data: Data,
  random: Random,
  { enrollments }: { enrollments: number },
): void {
  data.addMeeting(recurringMeeting(random))
  data.addMeeting({ title: '季度经营分析会' })
  data.addWebinar({ title: '春季新品线上发布会', enrollments })
  data.addWebinar({ title: '数据安全合规讲堂', admission_type: 0, enrollments: false })
}
