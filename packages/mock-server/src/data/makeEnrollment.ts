import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makePerson, type Person } from './makePeople.ts'

/** Enrollments open at 2026-03-02 09:00 in China; the set does not depend on today's date. */
const opening = Date.UTC(2026, 2, 2, 1) / 1000
const [pending, rejected, approved] = [1, 2, 3]
const [byThemselves, imported] = [1, 2]
const multipleChoice = 2
/** What a question asks for, besides anything: its `special_type`. */
const special = { phone: 2, email: 3, name: 4 }

/** A plausible enrollment, the `index`-th of its webinar, with `fields` in place of what chance gives. */
export function makeEnrollment(random: Random, index: number, fields: JsonObject = {}): JsonObject {
  const someone = makePerson(random)
  const isColleague = random.chance(30)
  return {
    enroll_id: makeEnrollId(index),
    enroll_time: formatChinaTime(opening + index * 1860 + random.integer(0, 1500)),
    enroll_source_type: random.chance(80) ? byThemselves : imported,
    nick_name: someone.name,
    status: random.pick([pending, rejected, approved, approved, approved]),
    ...(isColleague ? { userid: someone.userid } : {}),
    tmp_openid: random.id('mo', 28),
    enroll_code: random.digits(7),
    // Some enroll by a list that was imported, and answer nothing.
    answer_list: random.chance(90) ? makeAnswers(random, someone) : [],
    ...fields,
  }
}

export function makeEnrollId(index: number): string {
  return String(1_386_442 + index)
}

/** `2026-03-02 09:00:00`, UTC+8: the form of `enroll_time`. */
function formatChinaTime(unixSeconds: number): string {
  const inChina = new Date((unixSeconds + 8 * 3600) * 1000)
  return inChina.toISOString().slice(0, 19).replace('T', ' ')
}

/** Answers to a webinar's form: a question of each type and of each special type. */
function makeAnswers(random: Random, someone: Person): JsonObject[] {
  return madeUp.questions.map(({ choices = [], ...question }, index) => ({
    answer_content: makeAnswer(random, someone, question, choices),
    ...question,
    question_num: index + 1,
  }))
}

function makeAnswer(
  random: Random,
  { name, userid }: Person,
  { question_type, special_type }: { question_type: number; special_type: number },
  choices: readonly string[],
): string[] {
  if (special_type === special.name) return [name]
  if (special_type === special.phone) return [`1380000${random.digits(4)}`]
  if (special_type === special.email) return [`${userid}${random.integer(1, 99)}@example.com`]
  if (question_type === multipleChoice) return random.pickSome(choices, random.integer(1, 3))
  return [random.pick(choices)]
}
