import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const { resolve } = createRequire(import.meta.url)
const jest = resolve('jest/bin/jest')
const config = fileURLToPath(new URL('jest/jest.config.mjs', import.meta.url))

test('the Jest example passes', async () => {
  const { stderr } = await promisify(execFile)(process.execPath, [jest, '--config', config])
  expect(stderr).toMatch(/^Tests: +2 passed, 2 total$/m)
})
