import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs'
import { startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testTarball } from '../../../test/support/testTarball.ts'

const run = promisify(execFile)
const packageDir = join(import.meta.dirname, '..')
const SHIPPED_FILE_PATTERNS = ['**/*.js', 'package.json']

// Some of n8n's lint rules expect other file names where NODE_ENV is "test", as vitest sets it.
const { NODE_ENV: _, ...env } = process.env

let emptyDir: string
let installedDir: string

// Packing builds first, so what is judged here is what the sources give now.
beforeAll(async () => {
  emptyDir = await mkdtemp(join(tmpdir(), 'n8n-nodes-wecom-meeting-'))
  installedDir = join(emptyDir, 'node_modules/n8n-nodes-wecom-meeting')
  await mkdir(installedDir, { recursive: true })
  const tarball = join(emptyDir, 'packed.tgz')
  await run('pnpm', ['pack', '--out', tarball], { cwd: packageDir })
  await run('tar', ['-xzf', tarball, '-C', installedDir, '--strip-components=1'])
  await symlink(
    join(packageDir, 'node_modules/n8n-workflow'),
    join(emptyDir, 'node_modules/n8n-workflow'),
  )
}, 120_000)

afterAll(() => rm(emptyDir, { recursive: true, force: true }))

testTarball(
  {
    path: 'packages/n8n-node',
    beside: [],
    bundled: ['openapi-fetch', 'p-limit', 'yocto-queue'],
  },
  () => installedDir,
)

describe('n8n-node lint in strict mode', () => {
  it('finds nothing, not even a warning', { timeout: 120_000 }, async () => {
    const { stdout } = await run('pnpm', ['exec', 'n8n-node', 'lint'], { cwd: packageDir, env })
    expect(stdout).toContain('n8n-node lint')
    expect(stdout).not.toMatch(/problem|warning|error/i)
  })
})

describe("n8n's scanner", () => {
  it('passes the packed tarball', { timeout: 60_000 }, async () => {
    expect(await scan(installedDir, SHIPPED_FILE_PATTERNS)).toEqual({ passed: true })
  })

  it('passes the sources', { timeout: 60_000 }, async () => {
    expect(await scan(packageDir, SOURCE_FILE_PATTERNS)).toEqual({ passed: true })
  })

  it('would not pass the bundle with a timer in it', { timeout: 60_000 }, async () => {
    const spoiltDir = join(emptyDir, 'spoilt')
    await cp(installedDir, spoiltDir, { recursive: true })
    await writeFile(join(spoiltDir, 'dist/spoilt.js'), 'setTimeout(() => {}, 1000)\n')

    const verdict = await scan(spoiltDir, SHIPPED_FILE_PATTERNS)

    expect(verdict.passed).toBe(false)
    expect(verdict.details).toContain('no-restricted-globals')
  })
})

async function scan(
  dir: string,
  patterns: string[],
): Promise<{ passed: boolean; details?: string }> {
  const script = fileURLToPath(new URL('./support/scan.mts', import.meta.url))
  const { stdout } = await run(process.execPath, [script, dir, ...patterns], { env })
  return JSON.parse(stdout)
}

describe('the packed tarball alone in an empty folder', () => {
  it('has no runtime dependency', async () => {
    const manifest = JSON.parse(await readFile(join(installedDir, 'package.json'), 'utf8'))
    expect(manifest.dependencies).toBeUndefined()
    expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' })
  })

  it('loads as n8n loads it, and executes an operation', async () => {
    await using mock = await startMockServer()
    mock.addWebinar({ title: '秋季发布会', meeting_code: '123456789' })
    const script = fileURLToPath(new URL('./support/executeInstalled.mts', import.meta.url))

    const { stdout } = await run(
      process.execPath,
      [script, installedDir, mock.url, mock.corpId, mock.corpSecret],
      {
        cwd: emptyDir,
      },
    )

    const { icons, codex, output } = JSON.parse(stdout)
    expect(icons).toEqual({
      weComMeeting: [true, true],
      weComMeetingTrigger: [true, true],
      weComMeetingApi: [true, true],
    })
    expect(codex).toEqual(
      expect.objectContaining({ alias: expect.arrayContaining(['WeCom', '企业微信']) }),
    )
    expect(output).toEqual([
      { json: expect.objectContaining({ title: '秋季发布会' }), pairedItem: { item: 0 } },
    ])
  })
})
