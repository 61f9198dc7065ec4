import { expect, test } from 'vitest'
import { Journal, type JournalEntry } from './journal.ts'

function entry(number: number, operation: string): JournalEntry {
  return { number, operation } as JournalEntry
}

test('keeps the latest entries only, in order', () => {
  const journal = new Journal(3)
  for (let number = 1; number <= 11; number += 1) journal.add(entry(number, 'getMeeting'))
  expect(journal.entries().map(({ number }) => number)).toEqual([9, 10, 11])
})

test('gives the entries of one operation', () => {
  const journal = new Journal(10)
  journal.add(entry(1, 'getMeeting'))
  journal.add(entry(2, 'getWebinar'))
  expect(journal.entries({ operation: 'getWebinar' })).toEqual([entry(2, 'getWebinar')])
})
