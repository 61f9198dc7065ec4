import type { Data } from './Data.ts'
import type { EnrollmentFields } from './fields.ts'
import type { Random } from './Random.ts'
import { recurringMeeting } from './recurringMeeting.ts'

const [notStarted, cancelled, expired] = [1, 4, 5]
const [pending, rejected, approved] = [1, 2, 3]

/** A webinar that is over or under way, with somebody of each status. */
const oneOfEach: EnrollmentFields[] = [
  { status: pending },
  { status: rejected },
  { status: approved },
  // Imported by phone number, without a nickname and without answers.
  { status: approved, enroll_source_type: 2, nick_name: '13800001234', answer_list: [] },
]

const otherStates: [state: string, title: string][] = [
  ['MEETING_STATE_ABOUT_TO_START', '客户联系实战公开课'],
  ['MEETING_STATE_STARTED', '智能办公年度峰会'],
  ['MEETING_STATE_CANCELLED', '行业解决方案巡讲'],
  ['MEETING_STATE_RECYCLED', '开发者技术沙龙'],
  ['MEETING_STATE_INVALID', '内部测试研讨会'],
]

/** The made-up data that the documents show, besides the official samples. */
export function seedData(
  data: Data,
  random: Random,
  { enrollments }: { enrollments: number },
): void {
  data.addMeeting(recurringMeeting(random))
  data.addMeeting({ title: '季度经营分析会' })
  data.addWebinar({ title: '春季新品线上发布会', enrollments })
  const closed = { status: 'MEETING_STATE_ENDED', admission_type: 0, enrollments: false } as const
  data.addWebinar({ title: '数据安全合规讲堂', ...closed })
}

/** A webinar and a meeting in each state that there is none in yet. */
export function seedOtherStates(data: Data): void {
  for (const [status, title] of otherStates) {
    data.addWebinar({ title, status, enrollments: oneOfEach })
  }
  data.addMeeting({ title: '产品需求评审会', status: notStarted })
  data.addMeeting({ title: '供应商交流会', status: cancelled })
  data.addMeeting({ title: '新员工入职培训', status: expired })
}
