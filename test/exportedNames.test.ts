import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = globSync(
  ['spec/{src,lint}/**/*.ts', 'packages/*/{src,scripts,nodes}/**/*.{ts,mts}', 'bench/src/**/*.ts'],
  {
    cwd: root,
    exclude: (path) => /node_modules|\bgenerated\b|\btesting\b|\.test(-d)?\./.test(String(path)),
  },
)

test('no exported name means two things', () => {
  const exported = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8').replace(/`(?:\\.|[^`\\])*`/gs, '``')
    const names = source.matchAll(
      /^export (?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
    )
    return Array.from(names, ([, name]) => ({ name, file }))
  })
  expect(exported.length).toBeGreaterThan(300)
  const twice = [...Map.groupBy(exported, ({ name }) => name)].filter(([, uses]) => uses.length > 1)
  expect(twice.map(([name, uses]) => [name, ...uses.map(({ file }) => file)])).toEqual([])
})
