import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MockAddress } from '../src/connection.ts'
import type { Report } from '../src/harness.ts'
import { bundle } from './bundle.ts'

const require = createRequire(import.meta.url)
const programOf = (name: string, path: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), path)

const commands: [runtime: string, version: RegExp, command: string[]][] = [
  ['Node 22', /^v22\./, [programOf('node-22', 'bin/node')]],
  ['Node 24', /^v24\./, [programOf('node-24', 'bin/node')]],
  ['Node 26', /^v26\./, [programOf('node-26', 'bin/node')]],
  ['Bun', /^1\./, [programOf('bun', 'bin/bun.exe')]],
  [
    'Deno',
    /^deno 2\./,
    [process.execPath, programOf('deno', 'bin.cjs'), 'run', '--allow-net', '--allow-env'],
  ],
]

let folder: string
let mock: MockServer
let address: MockAddress

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-runtimes-'))
  mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  const { meetingid: webinarId } = mock.addWebinar({ enrollments: 120 })
  address = { baseUrl, corpId, corpSecret, webinarId, enrollments: 120 }
})
afterAll(async () => {
  await mock.close()
  await rm(folder, { recursive: true })
})

test.each(commands)('%s', async (_, version, [program = '', ...flags]) => {
  const run = promisify(execFile)
  const versionFlags = flags.filter((flag) => flag.endsWith('.cjs'))
  expect((await run(program, [...versionFlags, '--version'])).stdout).toMatch(version)
  const file = await bundle('commandLine.ts', join(folder, 'commandLine.mjs'))
  const { stdout } = await run(program, [...flags, file, JSON.stringify(address)], { cwd: folder })
  expectAllPassed(JSON.parse(stdout))
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
    expectAllPassed((await response.json()) as Report)
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

function expectAllPassed({ passed, failures }: Report): void {
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThan(250)
}
