import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const workflow = readFileSync(new URL('github-actions/tests.yml', import.meta.url), 'utf8')
const { steps } = parse(workflow).jobs.test
const start = steps.find(({ name = '' }) => name.startsWith('Start a mock WeCom')).run as string
const bin = fileURLToPath(new URL('node_modules/.bin', import.meta.url))

/** The step as a runner would run it, on a free port and with the workspace's own command. */
test('the step of the GitHub Actions example starts a mock that responds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-actions-'))
  const port = await getPort({ host: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}`
  const script = `${start
    .replace('npx wecom-meeting-mock', `'${bin}/wecom-meeting-mock'`)
    .replace('4010', String(port))}
    status=$?; kill %1; exit $status`
  const shell = spawn('bash', ['-c', `set -m; ${script}`], {
    cwd: folder,
    env: { ...process.env, WECOM_BASE_URL: url },
  })
  expect(await new Promise((resolve) => shell.on('close', resolve))).toBe(0)
  const response = JSON.parse(readFileSync(join(folder, 'mock-response.json'), 'utf8'))
  expect(response).toMatchObject({ corpId: expect.any(String) })
  rmSync(folder, { recursive: true })
})
