import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockAddress } from '../src/connection.ts'
import type { TestResults } from '../src/harness.ts'
import { bundle } from './bundle.ts'
import { commands } from './commands.ts'
import { type Redirects, startRedirects } from './startRedirects.ts'

let folder: string
let mock: MockServer
let address: MockAddress
let redirects: Redirects

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-runtimes-'))
  mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  const { meetingid: webinarId } = mock.addWebinar({ enrollments: 120 })
  redirects = await startRedirects()
  const enrollments = 120
  address = { baseUrl, corpId, corpSecret, webinarId, enrollments, redirects: redirects.url }
})
afterAll(async () => {
  await mock.close()
  await redirects.close()
  await rm(folder, { recursive: true })
})

test.each(commands)('%s', async (_, version, [program = '', ...flags]) => {
  const run = promisify(execFile)
  const versionFlags = flags.filter((flag) => flag.endsWith('.cjs'))
  expect((await run(program, [...versionFlags, '--version'])).stdout).toMatch(version)
  const file = await bundle('commandLine.ts', join(folder, 'commandLine.mjs'))
  const { stdout } = await run(program, [...flags, file, JSON.stringify(address)], { cwd: folder })
  expectAllPassed(JSON.parse(stdout))
  expectNoneFollowed()
})

test('workerd', async () => {
  const file = await bundle('worker.ts', join(folder, 'worker.mjs'))
  const miniflare = new Miniflare({
    modules: true,
    script: await readFile(file, 'utf8'),
    compatibilityDate: '2026-07-01',
  })
  try {
    const url = await miniflare.ready
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(address) })
    expectAllPassed((await response.json()) as TestResults)
    expectNoneFollowed()
  } finally {
    await miniflare.dispose()
  }
})

test.each(commands.slice(0, 3))('CommonJS on %s', async (_, __, [program = '']) => {
  await bundle('../../client/src/index.ts', join(folder, 'client.mjs'))
  const file = join(folder, 'commonJs.cjs')
  await copyFile(new URL('../src/commonJs.cjs', import.meta.url), file)
  const run = promisify(execFile)
  const { stdout, stderr } = await run(program, [file, JSON.stringify(address)], { cwd: folder })
  expect(JSON.parse(stdout)).toMatchObject({ meetingid: address.webinarId })
  expect(stderr).toBe('')
})

function expectAllPassed({ passed, failures }: TestResults): void {
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThan(250)
}

/** Each call reached the server that redirects, as often as it was made, and nothing reached the other. */
function expectNoneFollowed(): void {
  const responded = redirects.takeResponded()
  const statuses = [301, 302, 303, 307, 308]
  for (const operation of ['getToken', 'getMeeting', 'getWebinar', 'listWebinarEnrollments']) {
    for (const status of statuses) {
      const times = responded.filter((one) => one === `${operation} ${status}`).length
      // Over http and https, typed and raw.
      expect([operation, status, times]).toEqual([operation, status, 4])
    }
  }
  expect(redirects.reached()).toBe(0)
}
