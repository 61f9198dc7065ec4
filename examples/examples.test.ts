import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

/** What an example prints; the test fails if it ends with another status than 0. */
async function output(path: string): Promise<string> {
  const main = fileURLToPath(new URL(path, import.meta.url))
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [main])
  expect(stderr).toBe('')
  return stdout
}

describe('quick start', () => {
  const code = readFileSync(new URL('quick-start/main.ts', import.meta.url), 'utf8')

  test.each(['README.md', 'README.zh-CN.md'])(
    '%s shows its code and what it prints',
    async (page) => {
      const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
      expect(text).toContain(`\`\`\`ts\n${code}\`\`\``)
      expect(text).toContain(`\`\`\`text\n${await output('quick-start/main.ts')}\`\`\``)
    },
  )
})

test('the demo shows each endpoint and a refusal, and ends by itself', async () => {
  const text = await output('demo/main.ts')
  expect(text).toMatch(/title +产品与研发周例会/)
  expect(text).toMatch(/attendees +6 members, 2 from outside/)
  expect(text).toMatch(/title +春季新品线上发布会/)
  expect(text.match(/page of \d+/g)).toEqual(['page of 50', 'page of 50', 'page of 20'])
  expect(text).toMatch(/enrolled +120: /)
  expect(text).toMatch(/fix +Add 203\.0\.113\.7 to the app's trusted IPs/)
  expect(text).toMatch(/approved +21\n/)
  expect(text).toContain('wecom.meetings.listIds')
  expect(text).toContain('10 requests in all, 1 of them for the token.')
})

test('the OpenTelemetry example makes a span of each attempt', async () => {
  expect(await output('opentelemetry/main.ts')).toBe(
    [
      'getToken errcode 0',
      'getWebinar errcode 0',
      'getWebinar errcode 42001',
      'getToken errcode 0',
      'getWebinar errcode 0, sent again',
      '',
    ].join('\n'),
  )
})

test('the Jest example passes', async () => {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest')
  const config = fileURLToPath(new URL('jest/jest.config.mjs', import.meta.url))
  const { stderr } = await promisify(execFile)(process.execPath, [jest, '--config', config])
  expect(stderr).toMatch(/^Tests: +2 passed, 2 total$/m)
})

test('the proxy example sends every request through the proxy', async () => {
  const lines = (await output('proxy/main.ts')).trim().split('\n')
  expect(lines.at(-1)).toBe('秋季发布会')
  expect(new Set(lines.slice(0, -1))).toEqual(new Set(['The proxy opens a connection']))
})
