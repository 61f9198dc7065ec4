import { exec, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { controls } from '../control/handleControl.ts'
import { scenarioNames } from '../faults/scenarios.ts'
import operationIds from '../generated/operationIds.json' with { type: 'json' }
import { startMockServer } from '../index.ts'
import { startFakeService } from '../testing/fakeService.ts'
import { startCommand } from '../testing/startCommand.ts'
import { errcodes } from '../wecom/Refusal.ts'
import { createProgram } from './createProgram.ts'

const packageFolder = new URL('../../', import.meta.url)
const pages = ['README.md', 'README.zh-CN.md'].map((name) => ({
  name,
  text: readFileSync(new URL(name, packageFolder), 'utf8'),
}))
const program = createProgram()
const options = [program, ...program.commands].flatMap((command) => command.options)

describe.each(pages)('$name', ({ text }) => {
  test.each(options.filter(({ long }) => long !== '--version'))('names $long', ({ long }) => {
    expect(text).toContain(`\`${long}`)
  })

  test.each(program.options.filter(({ long }) => long !== '--version'))(
    'gives $long its value and its default',
    ({ flags, defaultValue }) => {
      const flag = flags.replace(/^-p, /, '').replaceAll(/[<>]/g, '.')
      const shown = defaultValue === undefined ? '' : String(defaultValue)
      expect(text).toMatch(new RegExp(`^\\| \`${flag}\` +\\| ${shown}\\D`, 'm'))
    },
  )

  test.each(Object.entries(errcodes))('says what gets %s, %i', (_name, errcode) => {
    expect(text).toMatch(new RegExp(`[|/，,;] ${errcode}\\b|\\b${errcode} [|/或o,，]`))
  })

  test.each(operationIds)('names the operation %s', (operationId) => {
    expect(text).toContain(`\`${operationId}\``)
  })

  test.each(scenarioNames)('says what %s does', (scenario) => {
    expect(text).toMatch(new RegExp(`^\\| \`${scenario}\` +\\| \\S`, 'm'))
  })

  test('names everything that can be controlled', () => {
    const names = [...controls.keys()].filter((control) => !text.includes(`\`/__mock/${control}\``))
    expect(names.filter((control) => !text.includes(`\`${control}\``))).toEqual([])
  })

  test("shows the step of the example's workflow", () => {
    const workflow = readFileSync(
      new URL('../../examples/github-actions/tests.yml', packageFolder),
      'utf8',
    )
    const step = /```yaml\n(- name[^`]+)```/.exec(text)?.[1]
    expect(workflow.replaceAll(/^ {6}/gm, '')).toContain(step)
  })
})

test.each(pages)('the fixtures of $name can be served', async ({ text }) => {
  const yaml = /```yaml\n(madeUp[^`]+)```/.exec(text)?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
  const fixtures = join(folder, 'fixtures.yaml')
  writeFileSync(fixtures, yaml)
  await using mock = await startMockServer({ fixtures })
  rmSync(folder, { recursive: true })
  expect(mock.meetings).toContainEqual(expect.objectContaining({ title: '周会' }))
  expect(mock.enrollments('launch')).toMatchObject([{ nick_name: '王芳', new_field: 1 }])
})

/** The lines of the pages' shell blocks that start the command, without what npx adds and remarks. */
const shellLines = pages.map(({ text }) =>
  Array.from(
    text.matchAll(/^npx wecom-meeting-mock *([^#\n]*)/gm),
    ([, line]) => line?.trim() ?? '',
  ),
)

test('the shell lines are the same on both pages', () => {
  expect(shellLines[0]).toHaveLength(4)
  expect(shellLines[1]).toEqual(shellLines[0])
})

test('the curl lines that control a running mock do, one after the other', async () => {
  const [lines = [], chinese] = pages.map(
    ({ text }) => text.match(/^curl .*http:.*\/__mock\/.*$/gm) ?? [],
  )
  expect(lines).toHaveLength(8)
  expect(chinese).toEqual(lines)
  await using mock = await startMockServer()
  const seen = []
  for (const line of lines) {
    const here = line.replace('http://127.0.0.1:4010', mock.url).replace('curl', 'curl -sSf')
    const { stdout } = await promisify(exec)(here)
    const launch = mock.webinars.some(({ meetingid }) => meetingid === 'launch')
    const faults = mock.corps.map((corp) => corp.faults.length)
    seen.push({ response: JSON.parse(stdout), faults, launch })
  }
  expect(seen).toEqual([
    { response: {}, faults: [1], launch: false },
    { response: expect.objectContaining({ errcode: 45009, id: 2 }), faults: [2], launch: false },
    { response: expect.objectContaining({ meetingid: 'launch' }), faults: [2], launch: true },
    { response: [], faults: [2], launch: true },
    {
      response: { url: mock.url, corpId: 'ww-checkout', corpSecret: 'any' },
      faults: [2, 0],
      launch: true,
    },
    { response: expect.objectContaining({ errcode: 45009, id: 1 }), faults: [2, 1], launch: true },
    { response: [], faults: [2, 1], launch: true },
    { response: {}, faults: [2], launch: true },
  ])
})

test.each(pages)('$name shows a test of the example', ({ text }) => {
  const path = '../../examples/vitest/sharedServer.test.ts'
  const example = readFileSync(new URL(path, packageFolder), 'utf8')
  const [, shown = 'none'] = /```ts\n(test\([^`]+)```/.exec(text) ?? []
  expect(example).toContain(shown)
})

test('the line that fetches the certificate does', async () => {
  const [line, chinese] = pages.map(({ text }) => /^curl -sk .*$/m.exec(text)?.[0] ?? '')
  expect(chinese).toBe(line)
  await using mock = await startMockServer({ https: true })
  const here = line?.replace('https://127.0.0.1:4010', mock.url).replace(/ > .*/, '')
  const { stdout } = await promisify(exec)(String(here))
  expect(stdout.trim()).toBe(mock.certificate?.trim())
})

test('the lines that forward to WeCom forward, and what they save is served', async () => {
  await using upstream = await startFakeService((_request, response) => response.end())
  const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
  for (const line of shellLines[0]?.slice(1) ?? []) {
    const here = line
      .replace('https://qyapi.weixin.qq.com', upstream.url)
      .replace(/(violations\.json|fixtures\.yaml)/, join(folder, '$1'))
    const { process: child, output, ended } = startCommand(...here.split(' '), '--port', '0')
    const started = line.startsWith('proxy ') ? `to ${upstream.url} (` : 'Mock WeCom on'
    await expect.poll(output, { timeout: 20_000 }).toContain(started)
    child.kill()
    expect(await ended).toMatchObject({ status: 0 })
  }
  expect(existsSync(join(folder, 'violations.json'))).toBe(true)
  rmSync(folder, { recursive: true })
})

/** The blocks of code on a page. */
const [english = [], chinese] = pages.map(({ text }) =>
  Array.from(text.matchAll(/```ts\n([^`]+)```/g), ([, code]) => String(code)),
)

function run(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    cwd: fileURLToPath(packageFolder),
    encoding: 'utf8',
  })
}

test('the code is the same on both pages, and runs', () => {
  expect(english).toHaveLength(4)
  expect(chinese).toEqual(english)
  expect(run(String(english[0]))).toMatch(/^http:\/\/127\.0\.0\.1:\d+ \S+ \S+ \S+\n0\n$/)
})

test('the faults and the questions to the journal do what the page says', () => {
  const [start = '', faults, questions = ''] = english
  const before = start.split('\n').slice(0, 4).join('\n')
  const page3 = `const page3 = 'CURSOR'\n`
  const shown = 'console.log(JSON.stringify(mock.faults.map(({ id }) => id)))'
  expect(run(`${before}\n${page3}${faults}${shown}`)).toBe('[3,2,1]\n')

  const post = (path: string, body: string) =>
    `await fetch(mock.url + '/cgi-bin/meeting/${path}', { method: 'POST', body: JSON.stringify(${body}) })`
  const calls = [
    ...Array(2).fill(post('webinar/get', '{ meetingid }')),
    `await fetch(mock.url + '/cgi-bin/gettoken')`,
    "mock.fault({ operation: 'listWebinarEnrollments', errcode: 45009 })",
    post('webinar/enroll/list', '{ meetingid, status: 1 }'),
  ]
  expect(run([before, ...calls, questions, 'console.log(count)'].join('\n'))).toBe('1\n')
})
