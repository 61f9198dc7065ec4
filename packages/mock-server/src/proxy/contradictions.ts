import { isJsonObject } from '../json.ts'
import { typeName } from './describe.ts'

type Contradiction = readonly [row: number, operationId: string, field: string, means: Means]
type Means = Readonly<Record<string, string>>

const sample = 'as in the sample'
const table = 'as in the table'

/**
 * The open rows of spec/CONTRADICTIONS.md on which a single response can show something, and what it
 * means that the field has this type, any type (`present`), or is `absent`: only where that shows
 * something, for many fields come under conditions. What is settled is not accepted in its other
 * form any more, so that it would be a violation.
 */
export const contradictions: readonly Contradiction[] = [
  [1, 'getWebinar', 'title', { present: sample }],
  [1, 'getWebinar', 'subject', { present: table }],
  [2, 'getWebinar', 'media_setting.mute_enable_join', { present: sample }],
  [2, 'getWebinar', 'media_setting.enable_enter_mute', { present: table }],
  [11, 'getWebinar', 'display_number_of_attendees', { string: table, integer: sample }],
  [12, 'listWebinarEnrollments', 'enroll_list.enroll_id', { string: table, integer: sample }],
  [15, 'getMeeting', 'cal_id', { present: sample }],
  [17, 'getMeeting', 'settings.enable_enter_mute_type', { present: sample }],
  [18, 'getWebinar', 'meeting_code', { present: table, absent: sample }],
  [19, 'getWebinar', 'status', { present: table, absent: sample }],
  [20, 'getWebinar', 'errcode', { present: 'as on other pages', absent: 'as on its own page' }],
  [69, 'getMeeting', 'has_vote', { present: sample }],
  [93, 'listWebinarEnrollments', 'enroll_list', { absent: "as on Tencent Meeting's page" }],
]

/** What one response, which carries data, shows about rows of spec/CONTRADICTIONS.md. */
export interface Evidence {
  row: number
  operationId: string
  field: string
  /** The JSON type of the field, or `absent`. */
  actual: string
  supports: string
}

export function findEvidence(id: string, body: unknown): Evidence[] {
  return contradictions.flatMap(([row, operationId, field, meanings]) => {
    if (operationId !== id) return []
    const types = new Set(findValues(body, field.split('.')).map(typeName))
    return (types.size > 0 ? [...types] : ['absent']).flatMap((actual) => {
      const supports = meanings[actual] ?? (actual === 'absent' ? undefined : meanings.present)
      return supports ? { row, operationId, field, actual, supports } : []
    })
  })
}

/** Every value of the field, through the lists on the way. */
function findValues(value: unknown, [name, ...rest]: string[]): unknown[] {
  if (name === undefined) return [value]
  return [value].flat().flatMap((one) => {
    return isJsonObject(one) && Object.hasOwn(one, name) ? findValues(one[name], rest) : []
  })
}
