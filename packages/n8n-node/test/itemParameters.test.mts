import { describe, expect, it } from 'vitest'
import { itemParameters } from '../nodes/WeComMeeting/run/itemParameters.ts'

/** An n8n with so many items; `reads` receives what was asked of it. */
function contextWith(items: number, reads: string[]) {
  return {
    getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
    getNodeParameter: (name: string, item: number) => {
      reads.push(`${name} ${item}`)
      return `${name} of ${item}`
    },
  } as unknown as Parameters<typeof itemParameters>[0]
}

describe('itemParameters', () => {
  it('gives each item its own, and null for a name that it does not have', () => {
    const parametersOf = itemParameters(contextWith(3, []), ['webinar', 'options'])
    for (const item of [0, 1, 2]) {
      const parameter = parametersOf(item)
      expect(parameter('webinar')).toBe(`webinar of ${item}`)
      expect(parameter('options')).toBe(`options of ${item}`)
      expect(parameter('limit')).toBeNull()
    }
  })

  it('asks n8n once for each, a hundred items ahead', () => {
    const reads: string[] = []
    const parametersOf = itemParameters(contextWith(250, reads), ['webinar'])
    parametersOf(0)
    expect(reads).toHaveLength(100)
    for (let item = 1; item < 250; item++) parametersOf(item)
    expect(reads).toEqual(Array.from({ length: 250 }, (_, item) => `webinar ${item}`))
  })
})
