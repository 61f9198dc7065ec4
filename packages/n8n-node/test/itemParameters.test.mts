import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { itemParameters } from '../nodes/WeComMeeting/run/itemParameters.ts'

/** An n8n with so many items, whose expressions give the item's number. `reads` gets what is resolved. */
function contextWith(items: number, stored: INodeParameters, reads: string[] = []) {
  const context: Pick<IExecuteFunctions, 'getInputData' | 'getNodeParameter'> = {
    getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
    getNodeParameter: ((name, item, fallback, options) => {
      const value = stored[name] ?? fallback
      if (options?.rawExpressions) return value
      reads.push(`${name} ${item}`)
      return JSON.parse(JSON.stringify(value).replaceAll('={{ $itemIndex }}', String(item)))
    }) as IExecuteFunctions['getNodeParameter'],
  }
  return context
}

describe('itemParameters', () => {
  it('gives each item its own, and null for a name that it does not have', () => {
    const stored = { webinar: { mode: 'id', value: '={{ $itemIndex }}' }, simplify: true }
    const parametersOf = itemParameters(contextWith(3, stored), ['webinar', 'simplify'])
    for (const item of [0, 1, 2]) {
      const parameter = parametersOf(item)
      expect(parameter('webinar')).toEqual({ mode: 'id', value: `${item}` })
      expect(parameter('simplify')).toBe(true)
      expect(parameter('limit')).toBeNull()
    }
  })

  it('resolves an expression once for each item, a hundred items ahead', () => {
    const reads: string[] = []
    const context = contextWith(250, { webinar: '={{ $itemIndex }}' }, reads)
    const parametersOf = itemParameters(context, ['webinar'])
    parametersOf(0)
    expect(reads).toHaveLength(100)
    for (let item = 1; item < 250; item++) parametersOf(item)
    expect(reads).toEqual(Array.from({ length: 250 }, (_, item) => `webinar ${item}`))
  })

  it('reads once what holds no expression', () => {
    const reads: string[] = []
    const context = contextWith(250, { webinar: 'wb', options: { isoTimes: true } }, reads)
    const parametersOf = itemParameters(context, ['webinar', 'options'])
    for (let item = 0; item < 250; item++) parametersOf(item)
    expect(reads).toEqual(['webinar 0', 'options 0'])
  })
})
