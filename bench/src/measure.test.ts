import { expect, test } from 'vitest'
import { alternate, ratio, spreadOf, spreadText } from './measure.ts'

test('a spread is the median and the range', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(() => spreadOf([])).toThrow('There is no figure to sum up.')
})

test('contenders take turns, and the first round is not counted', async () => {
  const order: string[] = []
  const contender = (name: string) => async () => order.push(name)
  const figures = await alternate({ a: contender('a'), b: contender('b') }, 2)
  expect(order.join('')).toBe('abbaab')
  expect(figures).toEqual({ a: [4, 5], b: [3, 6] })
})

test('ratios are taken within a round', () => {
  const figures = { base: [10, 100, 20], own: [20, 100, 10] }
  expect(ratio(figures, 'own', 'base')).toEqual({ median: 1, least: 0.5, most: 2 })
  expect(spreadText({ median: 1, least: 0.5, most: 2 })).toBe('1.00 (0.50–2.00)')
})
