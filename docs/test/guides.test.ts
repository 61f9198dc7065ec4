import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lacksRedis, type RedisServer, startRedis } from '../../test/support/redis.ts'

const folder = join(import.meta.dirname, '..')
// Within the package, so that the programs find what they import.
const programs = join(folder, '.guides')
const run = promisify(execFile)

interface Block {
  page: string
  language: string
  code: string
  /** What stands below it as its output. */
  prints: string | undefined
}

/** The code on a page: ```ts and ```sh, each with the ```text that directly follows it. */
function blocksOf(page: string): Block[] {
  const text = readFileSync(join(folder, page), 'utf8')
  const fences = text.matchAll(/```(ts|sh)\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs)
  return [...fences].map(([, language = '', code = '', prints]) => ({
    page,
    language,
    code,
    prints,
  }))
}

/** The files that a page shows with their names, such as ```yaml [fixtures.yaml]. */
function writeFilesOf(page: string): void {
  const text = readFileSync(join(folder, page), 'utf8')
  for (const [, name = '', content = ''] of text.matchAll(/```\w+ \[([\w.]+)\]\n(.*?)```/gs))
    writeFileSync(join(programs, name), content)
}

const guides = ['client', 'mock', 'n8n', 'spec'].flatMap((name) =>
  readdirSync(join(folder, name)).map((file) => `${name}/${file}`),
)
const pages = ['index.md', ...guides]
const blocks = pages.flatMap(blocksOf)
const runnable = blocks.filter(
  ({ language, code }) => language === 'ts' || code.startsWith('curl '),
)

const programOf = (index: number) => join(programs, `${index}.ts`)
const noRedis = lacksRedis()

let mock: MockServer
let redis: RedisServer | undefined

beforeAll(async () => {
  mkdirSync(programs, { recursive: true })
  for (const [index, { language, code }] of runnable.entries()) {
    if (language === 'ts') writeFileSync(programOf(index), code)
  }
  // A request that the mock refuses fails its block.
  writeFileSync(join(programs, '.curlrc'), 'fail-with-body\n')
  mock = await startMockServer({ port: 0 })
  if (!noRedis) redis = await startRedis()
})
afterAll(async () => {
  await mock?.close()
  await redis?.stop()
  rmSync(programs, { recursive: true, force: true })
})

test('there are programs to run', () => {
  expect(runnable.length).toBeGreaterThan(20)
})

test('they compile as strictly as a reader may have it', async () => {
  const config = join(programs, 'tsconfig.json')
  // TypeScript's default, which has a JSON response as any.
  const compilerOptions = { lib: ['ESNext', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'] }
  const settings = { extends: '../tsconfig.json', compilerOptions, include: ['*.ts'] }
  writeFileSync(config, JSON.stringify(settings))
  const tsc = join(folder, 'node_modules/typescript/bin/tsc')
  const compiled = await run(process.execPath, [tsc, '--noEmit', '-p', config]).catch(
    (error) => error,
  )
  expect(compiled.stdout).toBe('')
})

test.for(runnable.map((block, index) => ({ ...block, index })))(
  '$page, block $index does what the page says',
  async ({ page, language, code, prints, index }, context) => {
    context.skip(noRedis && code.includes('REDIS_URL'))
    mock.reset()
    // A page's own commands add what they need.
    if (language === 'ts') {
      mock.addMeeting({ meeting_code: '123456789', title: '周会' })
      mock.addWebinar({ meetingid: 'launch', title: '秋季发布会', enrollments: 137 })
    }
    writeFilesOf(page)
    const { stdout } = language === 'ts' ? await runProgram(index) : await runShell(code)
    if (prints !== undefined) expect(stdout).toBe(prints)
  },
)

/** Runs it as it stands: what it sends to WeCom goes to the mock. */
function runProgram(index: number) {
  const env = {
    MOCK_URL: mock.url,
    WECOM_CORP_ID: mock.corpId,
    WECOM_CORP_SECRET: mock.corpSecret,
    REDIS_URL: `redis://127.0.0.1:${redis?.port}`,
  }
  const sendToMock = join(folder, '../release/sendToMock.mjs')
  const args = ['--disable-warning=ExperimentalWarning', '--import', sendToMock, programOf(index)]
  const options = { cwd: programs, env: { ...process.env, ...env }, timeout: 50_000 }
  return run(process.execPath, args, options)
}

/** Runs a shell's commands with this mock in place of the one at the usual port. */
function runShell(code: string) {
  const command = code.replaceAll('http://127.0.0.1:4010', mock.url)
  const env = { ...process.env, CURL_HOME: programs }
  return run('sh', ['-ec', command], { env, timeout: 50_000 })
}

test.each(pages)('%s and its Chinese twin show the same code and as many headings', (page) => {
  const outline = (path: string) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const code = text.match(/^```.*?^```$|^<<< [^\n]*$/gms)
    return {
      code: code?.map((block) => block.replaceAll(/(^| +)(\/\/|#) .*/gm, '')),
      headings: text.match(/^#+ /gm),
    }
  }
  expect(outline(`zh/${page}`)).toEqual(outline(page))
})
