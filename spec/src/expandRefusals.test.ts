import { readFileSync } from 'node:fs'
import { operationsOf, readSpec } from '@wecom-meeting/spec'
import { expect, test } from 'vitest'
import { expandRefusals } from './expandRefusals.ts'

const source = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')

test('the published document has an example of each refusal, after the examples of the page', () => {
  const operation = operationsOf(readSpec()).find(({ operationId }) => operationId === 'getWebinar')
  expect(Object.keys(operation?.responseExamples ?? {})).toEqual([
    'as-published',
    'resolved',
    ...['system-busy', 'invalid-parameter', 'rate-limited', 'app-disabled', 'untrusted-ip'],
    ...['invalid-access-token', 'access-token-expired', 'access-token-missing'],
    ...['parameter-missing', 'too-many-concurrent-calls', 'not-permitted', 'endpoint-retired'],
    ...['outside-visible-range', 'token-of-another-app', 'meeting-app-off'],
    ...['no-professional-edition', 'meeting-cancelled', 'meeting-not-found'],
    ...['meeting-of-another-app', 'meeting-deleted', 'meeting-not-created-by-api'],
    ...['meeting-kind-not-supported', 'meeting-code-not-found'],
  ])
  expect(operation?.responseExamples['untrusted-ip']).toEqual({
    errcode: 60020,
    errmsg:
      'not allow to access from your ip, hint: [1732271470123456789012345], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020',
  })
})

test('nothing of how they were named is left, and comments stay', () => {
  const published = expandRefusals(source)
  expect(published).not.toContain('x-refusal')
  expect(published).toMatch(/^# Generated .* Do not edit\.\n/)
  expect(published).toContain('# Shared pieces ---')
})

test('a refusal that nobody knows is named', () => {
  expect(() =>
    expandRefusals(source.replace('[every-call, invalid-secret,', '[every-cal,')),
  ).toThrow(
    '/cgi-bin/gettoken names the refusal `every-cal`, which is neither in `x-refusal-sets` nor the name of an entry of `x-errcodes`.',
  )
})
