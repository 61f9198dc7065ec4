import type { JsonObject } from '../json.ts'
import type { Person } from './people.ts'
import type { Random } from './Random.ts'

const [attended, absent] = [1, 2]

/** Times in Unix seconds. */
interface Held {
  start: number
  duration: number
  /** Whether it took place at all. */
  held: boolean
}

/** Colleagues and two guests from outside; most came, some never did. Times in Unix seconds. */
export function makeAttendees(
  random: Random,
  members: readonly Person[],
  meeting: Held,
): JsonObject {
  return {
    member: members.map(({ userid }) => ({ userid, ...attendance(random, meeting) })),
    tmp_external_user: Array.from({ length: 2 }, () => ({
      tmp_external_userid: random.id('wo', 28),
      ...attendance(random, meeting),
    })),
  }
}

function attendance(random: Random, { start, duration, held }: Held): JsonObject {
  if (!held || random.chance(20)) {
    return {
      status: absent,
      first_join_time: 0,
      last_quit_time: 0,
      total_join_count: 0,
      cumulative_time: 0,
    }
  }
  const late = random.integer(0, 600)
  const early = random.integer(0, 300)
  return {
    status: attended,
    first_join_time: start + late,
    last_quit_time: start + duration - early,
    total_join_count: random.integer(1, 3),
    cumulative_time: duration - late - early,
  }
}
