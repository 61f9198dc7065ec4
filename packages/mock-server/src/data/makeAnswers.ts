import type { JsonObject } from '../json.ts'
import type { Person } from './people.ts'
import type { Random } from './Random.ts'

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
export function makeAnswers(random: Random, { name: fullName, userid }: Person): JsonObject[] {
  const mail = `${userid}${random.integer(1, 99)}@example.com`
  const answers = [
    answer('您的姓名', [fullName], { special_type: name, is_required: required }),
    answer('您的手机号', [`1380000${random.digits(4)}`], {
      special_type: phone,
      is_required: required,
    }),
    answer('您的邮箱', [mail], { special_type: email }),
    answer('您的公司名称', [random.pick(companies)], { special_type: company }),
    answer('您从哪里得知本次会议', [random.pick(channels)], { question_type: single }),
    answer('您关注哪些议题', random.pickSome(topics, random.integer(1, 3)), {
      question_type: multiple,
      is_required: required,
    }),
    answer('您对本次会议的期待', [random.pick(wishes)], {}),
  ]
  return answers.map((fields, index) => ({ ...fields, question_num: index + 1 }))
}

function answer(question_title: string, answer_content: string[], fields: JsonObject): JsonObject {
  return {
    answer_content,
    is_required: optional,
    question_title,
    question_type: text,
    special_type: none,
    ...fields,
  }
}
