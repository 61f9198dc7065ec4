import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { problemsIn } from './support/problemsIn.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const pages = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(folder + name, 'utf8'))
const codeIn = (page = '') => [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)

test('both languages show the same code', () => {
  const [english = [], chinese] = pages.map((page) =>
    codeIn(page).map((code) => code.replaceAll(/ *\/\/.*/g, '')),
  )
  expect(english).toHaveLength(13)
  expect(chinese).toEqual(english)
})

test('both languages have the same headings, and rows of the same names', () => {
  const [english, chinese] = pages.map((page) => {
    const lines = page.split('\n')
    const rows = lines.filter((line) => line.startsWith('|'))
    return {
      headings: lines.filter((line) => line.startsWith('## ')).length,
      names: rows.map((row) => row.match(/`[^`]+`/g)?.sort()),
    }
  })
  expect(chinese).toEqual(english)
})

/** What a reader of the page has at hand. */
const atHand = `import { createWeComClient as create } from '@wecom-meeting/client'
declare const corpId: string, corpSecret: string, meetingid: string
declare const wecom: ReturnType<typeof create>, createWeComClient: typeof create
declare const host: { fetch: typeof fetch; callAfter(ms: number, onTime: () => void): () => void }
`

test('the code compiles', () => {
  expect(problemsIn(codeIn(pages[0]).map(completed))).toEqual([])
}, 60_000)

function completed(code: string): string {
  const imports = code.match(/^import .*/gm)?.join('\n') ?? ''
  const given = imports.includes('createWeComClient')
    ? atHand.replace(', createWeComClient: typeof create', '')
    : atHand
  // In a block of its own, so that it may declare what is at hand anew.
  return `${imports}\n${given}{\n${code.replaceAll(/^import .*/gm, '')}}\nexport {}`
}
