import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'

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

/** What Jest says of an example's tests; the test fails if one of them does. */
async function runJest(path: string, NODE_OPTIONS = '', ...args: string[]): Promise<string> {
  const require = createRequire(import.meta.url)
  const jest = require.resolve('jest/bin/jest')
  const command = [jest, '--config', join(path, 'jest.config.mjs'), ...args]
  const env = { ...process.env, NODE_OPTIONS }
  return (await promisify(execFile)(process.execPath, command, { env })).stderr
}

describe('Jest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-jest-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('has a mock WeCom for each test file', async () => {
    const said = await runJest(join(import.meta.dirname, 'jest'))
    expect(said).toMatch(/^Tests: +2 passed, 2 total$/m)
  })

  // As it is published: in the workspace it is TypeScript.
  async function installClient(): Promise<void> {
    const own = join(import.meta.dirname, 'node_modules')
    const client = join(own, '@wecom-meeting/client')
    const modules = join(folder, 'node_modules')
    const installed = join(modules, '@wecom-meeting/client')
    mkdirSync(installed, { recursive: true })
    const tsdown = join(client, 'node_modules/.bin/tsdown')
    const options = ['--out-dir', join(installed, 'dist'), '--no-dts', '--no-attw', '--no-publint']
    await promisify(execFile)(tsdown, options, { cwd: client })
    const manifest = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8'))
    const published = { ...manifest, exports: manifest.publishConfig.exports }
    writeFileSync(join(installed, 'package.json'), JSON.stringify(published))
    symlinkSync(join(client, 'node_modules/openapi-fetch'), join(modules, 'openapi-fetch'))
    const others = ['@jest', '@swc', 'jest-environment-node', '@wecom-meeting/mock-server']
    for (const name of others) symlinkSync(join(own, name), join(modules, name))
    for (const name of ['jest', 'jest-client'])
      cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true })
  }

  test('takes the client as CommonJS, as ES modules and through swc, with fake timers', async () => {
    await installClient()
    const path = join(folder, 'jest-client')
    const all = await runJest(path, '--experimental-vm-modules')
    expect(all).toMatch(/^Tests: +9 passed, 9 total$/m)
    const withoutFlag = await runJest(path, '', '--selectProjects', 'swc')
    expect(withoutFlag).toMatch(/^Tests: +3 passed, 3 total$/m)
  })
})

test('the proxy example sends every request through the proxy', async () => {
  const lines = (await output('proxy/main.ts')).trim().split('\n')
  expect(lines.at(-1)).toBe('秋季发布会')
  expect(new Set(lines.slice(0, -1))).toEqual(new Set(['The proxy opens a connection']))
})
