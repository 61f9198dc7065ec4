import { readFileSync } from 'node:fs'
import { specPath } from '@wecom-meeting/spec'
import { describe, expect, test } from 'vitest'
import { responseExamples } from '../spec/examples.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { contradictions, findEvidence } from './contradictions.ts'

const { operations } = await loadSpec()
const rows = new Map(
  readFileSync(specPath.replace('generated/openapi.yaml', 'CONTRADICTIONS.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ /.test(line))
    .map((line) => [Number(line.split('|')[1]), line]),
)
const isOpen = (row: number) => /\| open\b[^|]*\|$/.test(rows.get(row) ?? '')

test.each(contradictions)(
  'row %i of CONTRADICTIONS.md names what %s has as %s',
  (row, _operation, field) => {
    expect(rows.get(row)).toContain(field.split('.').at(-1))
  },
)

test.each(contradictions)('row %i of CONTRADICTIONS.md is open', (row) => {
  expect(isOpen(row)).toBe(true)
})

test.each(contradictions)('row %i: %s is an operation of the spec', (_row, operationId) => {
  expect(operations.map((operation) => operation.operationId)).toContain(operationId)
})

describe("the pages' own samples", () => {
  const seen = operations.flatMap(({ operationId, resource }) =>
    findEvidence(operationId, responseExamples(resource).get('as-published')),
  )
  test('say in each row what the sample says', () => {
    const table = seen.filter(({ supports }) => supports === 'as in the table')
    expect(table).toEqual([])
    expect(seen.map(({ row }) => row)).toEqual([15, 17, 69, 1, 2, 11, 18, 19, 20, 12])
  })
})

test('goes through lists, and says each type once', () => {
  const enroll_list = [{ enroll_id: 1 }, { enroll_id: '2' }, { enroll_id: 3 }]
  expect(findEvidence('listWebinarEnrollments', { enroll_list })).toMatchObject([
    { row: 12, actual: 'integer', supports: 'as in the sample' },
    { row: 12, actual: 'string', supports: 'as in the table' },
  ])
})
