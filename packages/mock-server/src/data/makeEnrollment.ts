import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import { makePerson, type Person } from './makePeople.ts'

/** Enrollments open at 2026-03-02 09:00 in China; the set does not depend on today's date. */
const opening = Date.UTC(2026, 2, 2, 1) / 1000
const [pending, rejected, approved] = [1, 2, 3]
const [byThemselves, imported] = [1, 2]

/** A plausible enrollment, the `index`-th of its webinar, with `fields` in place of what chance gives. */
export function makeEnrollment(random: Random, index: number, fields: JsonObject = {}): JsonObject {
  const someone = makePerson(random)
  const colleague = random.chance(30)
  return {
    enroll_id: makeEnrollId(index),
    enroll_time: formatChinaTime(opening + index * 1860 + random.integer(0, 1500)),
    enroll_source_type: random.chance(80) ? byThemselves : imported,
    nick_name: someone.name,
    status: random.pick([pending, rejected, approved, approved, approved]),
    ...(colleague ? { userid: someone.userid } : {}),
    tmp_openid: random.id('mo', 28),
    enroll_code: random.digits(7),
    answer_list: makeAnswersOrNone(random, someone),
    ...fields,
  }
}

export function makeEnrollId(index: number): string {
  return String(1_386_442 + index)
}

/** Some enroll by a list that was imported, and answer nothing. */
function makeAnswersOrNone(random: Random, someone: Person): JsonObject[] {
  return random.chance(90) ? makeAnswers(random, someone) : []
}

/** `2026-03-02 09:00:00`, UTC+8: the form of `enroll_time`. */
function formatChinaTime(unixSeconds: number): string {
  const inChina = new Date((unixSeconds + 8 * 3600) * 1000)
  return inChina.toISOString().slice(0, 19).replace('T', ' ')
}

const [single, multiple, text] = [1, 2, 3]
const [none, phone, email, name, company] = [1, 2, 3, 4, 5]
const [optional, required] = [1, 2]

const companies = [
  '云帆科技',
  '远山制造',
  '青禾教育',
  '北辰物流',
  '星河零售',
  '南岭医疗',
  '海棠传媒',
]
const topics = ['智能客服', '会议协作', '数据安全', '流程自动化', '客户联系']
const channels = ['公众号文章', '同事推荐', '客户经理邀请', '行业活动']
const wishes = ['希望有产品演示', '想了解报价方案', '请提供会后回放', '期待案例分享']

/** Answers to a webinar's form: a question of each type and of each special type. */
function makeAnswers(random: Random, { name: fullName, userid }: Person): JsonObject[] {
  const mail = `${userid}${random.integer(1, 99)}@example.com`
  const answers = [
    makeAnswer('您的姓名', [fullName], { special_type: name, is_required: required }),
    makeAnswer('您的手机号', [`1380000${random.digits(4)}`], {
      special_type: phone,
      is_required: required,
    }),
    makeAnswer('您的邮箱', [mail], { special_type: email }),
    makeAnswer('您的公司名称', [random.pick(companies)], { special_type: company }),
    makeAnswer('您从哪里得知本次会议', [random.pick(channels)], { question_type: single }),
    makeAnswer('您关注哪些议题', random.pickSome(topics, random.integer(1, 3)), {
      question_type: multiple,
      is_required: required,
    }),
    makeAnswer('您对本次会议的期待', [random.pick(wishes)], {}),
  ]
  return answers.map((fields, index) => ({ ...fields, question_num: index + 1 }))
}

function makeAnswer(
  question_title: string,
  answer_content: string[],
  fields: JsonObject,
): JsonObject {
  return {
    answer_content,
    is_required: optional,
    question_title,
    question_type: text,
    special_type: none,
    ...fields,
  }
}
