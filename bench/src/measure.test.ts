import { expect, test } from 'vitest'
import { alternate, formatSpread, median, ratios, row } from './measure.ts'

test('a spread is the median and the range', () => {
  expect(formatSpread([3, 1, 2])).toBe('2.00 (1.00–3.00)')
  expect(formatSpread([3, 1, 2], 0)).toBe('2 (1–3)')
  expect(() => median([])).toThrow('There is no figure to sum up.')
})

test('contenders take turns, and the first round is not counted', async () => {
  const order: string[] = []
  const contender = (name: string) => async () => order.push(name)
  const contenders = { a: contender('a'), b: contender('b') }
  const figures = await alternate(contenders, 20, { thoroughness: 0.1, progress: () => {} })
  expect(order.join('')).toBe('abbaab')
  expect(figures).toEqual({ a: [4, 5], b: [3, 6] })
})

test('ratios are taken within a round', () => {
  const figures = { base: [10, 100, 20], own: [20, 100, 10] }
  expect(ratios(figures, 'own')).toEqual([2, 1, 0.5])
  expect(ratios(figures, 'base', 'own')).toEqual([0.5, 1, 2])
  expect(row(figures, 'own', 'ms', 'beside')).toEqual({ ms: 20, beside: '1.00 (0.50–2.00)' })
})
