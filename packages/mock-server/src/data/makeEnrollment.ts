import type { JsonObject } from '../json.ts'
import { makeAnswers } from './makeAnswers.ts'
import { type Person, person } from './people.ts'
import type { Random } from './Random.ts'

/** Enrollments open at 2026-03-02 09:00 in China; the set does not depend on today's date. */
const opening = Date.UTC(2026, 2, 2, 1) / 1000
const [pending, rejected, approved] = [1, 2, 3]
const [byThemselves, imported] = [1, 2]

/** A plausible enrollment, the `index`-th of its webinar, with `fields` in place of what chance gives. */
export function makeEnrollment(random: Random, index: number, fields: JsonObject = {}): JsonObject {
  const someone = person(random)
  const colleague = random.chance(30)
  return {
    enroll_id: enrollId(index),
    enroll_time: chinaTime(opening + index * 1860 + random.integer(0, 1500)),
    enroll_source_type: random.chance(80) ? byThemselves : imported,
    nick_name: someone.name,
    status: random.pick([pending, rejected, approved, approved, approved]),
    ...(colleague ? { userid: someone.userid } : {}),
    tmp_openid: random.id('mo', 28),
    enroll_code: random.digits(7),
    answer_list: answersOf(random, someone),
    ...fields,
  }
}

export function enrollId(index: number): string {
  return String(1_386_442 + index)
}

/** Some enroll by a list that was imported, and answer nothing. */
function answersOf(random: Random, someone: Person): JsonObject[] {
  return random.chance(90) ? makeAnswers(random, someone) : []
}

/** `2026-03-02 09:00:00`, UTC+8: the form of `enroll_time`. */
function chinaTime(unixSeconds: number): string {
  const inChina = new Date((unixSeconds + 8 * 3600) * 1000)
  return inChina.toISOString().slice(0, 19).replace('T', ' ')
}
