import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSpec } from '../spec/src/readSpec.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['client/src', 'n8n-node/nodes', 'n8n-node/credentials', 'mock-server/src']
  .map((folder) => `packages/${folder}`)
  .concat('spec/src')

/** Where a user's text or WeCom's may meet an expression. */
const sources = folders
  .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
  .filter((path) => !/\.test(-d)?\.ts$|\/(generated|testing)\//.test(path))

const madeAtRunTime = [
  // Words side by side, without a quantifier: see Secrets.test.ts.
  'packages/mock-server/src/proxy/Secrets.ts',
  // The spec's patterns, which are among those checked here.
  'packages/mock-server/src/proxy/TextReplacer.ts',
]

interface Found {
  where: string
  expression: string
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

function nodesIn(path: string): ts.Node[] {
  const text = readFileSync(root + path, 'utf8')
  return [...nodesOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))]
}

/** The patterns of JSON schemas meet outside text, too. */
const schemas = [
  'spec/openapi.yaml',
  ...globSync('packages/mock-server/src/**/{openapi,options}.json', { cwd: root }),
]

function patternsIn(path: string): Found[] {
  const found: Found[] = []
  JSON.stringify(readSpec(root + path), (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') {
      found.push({ where: path, expression: `/${value}/u` })
    }
    return value
  })
  return found
}

const expressions: Found[] = [
  ...sources.flatMap((path) =>
    nodesIn(path)
      .filter(ts.isRegularExpressionLiteral)
      .map((literal) => ({ where: path, expression: literal.getText() })),
  ),
  ...schemas.flatMap(patternsIn),
]

/** What `recheck` finds in an expression: whether an attack is possible, and how it would look. */
function complexityOf(expression: string): string {
  const end = expression.lastIndexOf('/')
  const found = checkSync(expression.slice(1, end), expression.slice(end + 1), {
    // A fixed seed and a limit by work rather than by time: the same result on every machine.
    randomSeed: 7,
    timeout: 60_000,
    attackTimeout: null,
    incubationTimeout: null,
    seedingTimeout: null,
  })
  return found.status === 'vulnerable' ? found.complexity.summary : found.status
}

test('the check finds what is slow', () => {
  // What this project once had.
  const slow = [String.raw`/hint: \[([^\]]*)\]/`, String.raw`/\/+$/`, '/^(a+)+$/']
  expect(slow.filter((expression) => complexityOf(expression) === 'safe')).toEqual([])
})

test('expressions are there to check', () => {
  for (const folder of folders) {
    expect(
      sources.filter((path) => path.startsWith(`${folder}/`)),
      folder,
    ).not.toEqual([])
  }
  const where = new Set(expressions.map(({ where }) => where.split('/')[1]))
  const withoutPatterns = schemas.filter((path) => patternsIn(path).length === 0)
  expect(withoutPatterns).toEqual(['packages/mock-server/src/proxy/options.json'])
  expect([...where]).toEqual(expect.arrayContaining(['client', 'n8n-node', 'mock-server']))
  expect(expressions.length).toBeGreaterThan(10)
})

test.each(expressions)(
  '$where: $expression takes time that grows with its text alone',
  ({ expression }) => {
    expect(complexityOf(expression)).toBe('safe')
  },
  60_000,
)

test('no other expression is made while the program runs', () => {
  const made = sources.filter((path) =>
    nodesIn(path).some(
      (node) =>
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText() === 'RegExp',
    ),
  )
  expect(made.sort()).toEqual(madeAtRunTime)
})
