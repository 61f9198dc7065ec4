import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const folder = (name: string) => join(import.meta.dirname, name)
const junit = process.env.JUNIT_CONSOLE ?? '/usr/share/java/junit-platform-console-standalone.jar'

let mock: MockServer
let env: NodeJS.ProcessEnv
let scratch: string

beforeAll(async () => {
  mock = await startMockServer()
  env = {
    ...process.env,
    WECOM_BASE_URL: mock.url,
    PYTHONDONTWRITEBYTECODE: '1',
    LC_ALL: 'C.UTF-8',
  }
  scratch = mkdtempSync(join(tmpdir(), 'wecom-meeting-languages-'))
})
afterAll(async () => {
  await mock?.close()
  if (scratch) rmSync(scratch, { recursive: true })
})

/** Whether a test is skipped because its tool is not there; a line says so. In CI it never is, and fails. */
function lacks(tool: string, isThere: boolean, packages: string): boolean {
  if (isThere || process.env.CI) return false
  console.warn(
    `The test with ${tool} is skipped: install it (Debian: apt-get install ${packages}).`,
  )
  return true
}
const responds = (command: string, option: string) => spawnSync(command, [option]).status === 0
const lacksPytest = lacks('pytest', responds('pytest', '--version'), 'python3-pytest')
const hasJunit = responds('javac', '-version') && existsSync(junit)
const lacksJunit = lacks('JUnit', hasJunit, 'default-jdk-headless junit5')

test.skipIf(lacksPytest)('the pytest example passes, and leaves no corp behind', async () => {
  const options = { cwd: folder('pytest'), env }
  const { stdout } = await run('pytest', ['-q', '--color=no', '-p', 'no:cacheprovider'], options)
  expect(stdout).toMatch(/^2 passed in /m)
  expect(mock.corps).toHaveLength(1)
})

test.skipIf(lacksJunit)('the JUnit example passes, and leaves no corp behind', async () => {
  const sources = ['WebinarTitle.java', 'WebinarTitleTest.java'].map((name) =>
    join(folder('junit'), name),
  )
  await run('javac', ['-encoding', 'UTF-8', '-cp', junit, '-d', scratch, ...sources], { env })
  const options = ['--class-path', scratch, '--scan-class-path']
  const { stdout } = await run('java', ['-jar', junit, ...options], { env })
  expect(stdout).toMatch(/\[ +2 tests successful +\]/)
  expect(mock.corps).toHaveLength(1)
})
