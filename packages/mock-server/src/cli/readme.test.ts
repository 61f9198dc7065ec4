import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { controls } from '../control/controls.ts'
import { errcodes } from '../errors/errcodes.ts'
import { scenarioNames } from '../faults/scenarios.ts'
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

  test.each(Object.entries(errcodes))('says what gets %s, %i', (_name, errcode) => {
    expect(text).toMatch(new RegExp(`[|/，,;] ${errcode}\\b|\\b${errcode} [|/或o,，]`))
  })

  test.each(scenarioNames)('says what %s does', (scenario) => {
    expect(text).toMatch(new RegExp(`^\\| \`${scenario}\` +\\| \\S`, 'm'))
  })

  test('names everything that can be controlled', () => {
    const overHttpOnly = ['openapi.json', 'server']
    const names = [...controls.keys()].filter((control) => !overHttpOnly.includes(control))
    expect(names.filter((control) => !text.includes(`\`${control}\``))).toEqual([])
  })

  test('links only to what is there', () => {
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)\)/g), ([, path]) => String(path))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((path) => !existsSync(new URL(path, packageFolder)))).toEqual([])
  })

  test("shows the step of the example's workflow", () => {
    const workflow = readFileSync(
      new URL('../../examples/github-actions/tests.yml', packageFolder),
      'utf8',
    )
    const step = /```yaml\n([^`]+)```/.exec(text)?.[1]
    expect(workflow.replaceAll(/^ {6}/gm, '')).toContain(step)
  })
})

test('the code is the same on both pages, and runs', () => {
  const [english, chinese] = pages.map(({ text }) => /```ts\n([^`]+)```/.exec(text)?.[1])
  expect(chinese).toBe(english)
  const printed = execFileSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', String(english)],
    { cwd: fileURLToPath(packageFolder), encoding: 'utf8' },
  )
  expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+ \S+ \S+ \S+\n0\n$/)
})
