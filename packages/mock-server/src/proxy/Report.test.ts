import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import type { Exchange } from './compareExchange.ts'
import { Report } from './Report.ts'
import { Secrets } from './Secrets.ts'

const message = { headers: {}, bytes: Buffer.alloc(0) }

function exchange(fields: Partial<Exchange>): Exchange {
  const times = { time: 0, duration: 0, request: message, target: '/' }
  return { ...times, method: 'GET', path: '/', violations: [], evidence: [], ...fields }
}

describe('more kinds than are listed', () => {
  const report = new Report(new Secrets(), new Set(), false)
  for (let index = 0; index < 2500; index += 1) {
    const { side, kind, expected } = { side: 'response' as const, kind: 'k', expected: 'nothing' }
    const violations = [{ side, kind, expected, path: [`field_${index}`], value: 1 }]
    report.add(exchange({ path: `/users/user_${index}`, violations }))
  }

  test('are counted in the summary', () => {
    expect(report.summarize()).toMatch(/^2500 requests:/)
    expect(report.summarize().match(/^ +500 × {2}others$/gm)).toHaveLength(2)
  })

  test('are counted in the record', () => {
    const { unknownPaths, violations } = JSON.parse(report.toJson({}))
    for (const entries of [unknownPaths, violations]) {
      expect(entries.reduce((sum: number, { count }: JsonObject) => sum + Number(count), 0)).toBe(
        2500,
      )
    }
  })
})

test("a token that is one of the report's own words masks none of them in the record", () => {
  const secrets = new Secrets()
  secrets.learn({ token: ['request', 'getWebinar', 'missing', 'integer', 'nothing'] })
  const report = new Report(secrets, new Set(['title']), true)
  const violation = { side: 'request' as const, kind: 'missing', expected: 'integer' }
  const violations = [{ ...violation, path: ['title'], value: ['getWebinar'] }]
  report.add(exchange({ operationId: 'getWebinar', violations }))
  expect(JSON.parse(report.toJson({ about: 'request' })).violations).toEqual([
    expect.objectContaining({ ...violation, operationId: 'getWebinar', value: '["***"]' }),
  ])
})
