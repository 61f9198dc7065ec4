import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const files = { 'types.ts': 'export type Id = string\n', 'values.ts': 'export const one = 1\n' }
const module = new URL('./generatedFiles.ts', import.meta.url).href

let parent: string
let folder: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wecom-meeting-generated-'))
  folder = join(parent, 'generated')
})
afterEach(() => rm(parent, { recursive: true }))

/** Runs a generator of `content` in a process of its own, as `pnpm generate` does. */
async function generate(content: Record<string, string>, ...flags: string[]) {
  const script = `import { writeOrCheck } from '${module}'
    writeOrCheck(${JSON.stringify(folder)}, ${JSON.stringify(content)})`
  const path = join(parent, 'generator.mjs')
  await writeFile(path, script)
  return promisify(execFile)(process.execPath, [path, ...flags], { cwd: parent }).then(
    ({ stderr }) => ({ status: 0, stderr }),
    ({ code, stderr }) => ({ status: code as number, stderr: String(stderr) }),
  )
}
const check = (content: Record<string, string>) => generate(content, '--check')

test('what was just generated shows no drift', async () => {
  expect(await generate(files)).toEqual({ status: 0, stderr: '' })
  expect(await check(files)).toEqual({ status: 0, stderr: '' })
  expect(await readFile(join(folder, 'values.ts'), 'utf8')).toBe(files['values.ts'])
})

test('a spec that gives something else is drift', async () => {
  await generate(files)
  const { status, stderr } = await check({ ...files, 'types.ts': 'export type Id = number\n' })
  expect(status).toBe(1)
  expect(stderr).toBe(
    'generated/types.ts differs from what the spec gives. ' +
      'Never edit it by hand: change spec/openapi.yaml and run `pnpm generate`.\n',
  )
})

test('a hand edit is found, and undone by the next generation', async () => {
  await generate(files)
  await appendFile(join(folder, 'values.ts'), '// mine\n')
  expect(await check(files)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/generated\/values\.ts differs/),
  })
  await generate(files)
  expect(await check(files)).toMatchObject({ status: 0 })
})

test('a file that the spec no longer gives is found, and removed by the next generation', async () => {
  await generate({ ...files, 'gone.ts': '' })
  expect(await check(files)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/generated\/gone\.ts differs/),
  })
  await generate(files)
  expect(await readdir(folder)).toEqual(['types.ts', 'values.ts'])
})

test('a missing file, and a folder that was never generated, are drift', async () => {
  expect(await check(files)).toMatchObject({ status: 1 })
  await generate(files)
  await rm(join(folder, 'types.ts'))
  expect(await check(files)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/generated\/types\.ts differs/),
  })
})

test('checking changes nothing', async () => {
  await check(files)
  await expect(readdir(folder)).rejects.toThrow('ENOENT')
})
