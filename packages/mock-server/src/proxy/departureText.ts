import type { Departure } from './Departure.ts'
import { shownValue } from './shownValue.ts'

/** One departure in one line: `answer enroll_list[].status: expected one of 1, 2, 3; came 4`. */
export function departureText(departure: Departure, { values }: { values: boolean }): string {
  const { side, place, expected, came } = departure
  const what = `${side}${place ? ` ${place}` : subject(departure)}`
  const value = values ? shownValue(place, departure.value) : undefined
  return `${what}: expected ${expected.replace(/^must be /, '')}; came ${came}${value ? ` (${value})` : ''}`
}

const subjects: Readonly<Partial<Record<Departure['kind'], string>>> = {
  'http-status': ' HTTP status',
  'content-type': ' content type',
  'wrong-method': ' method',
}

function subject({ kind }: Departure): string {
  return subjects[kind] ?? ' body'
}
