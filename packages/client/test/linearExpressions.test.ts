import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

const packages = fileURLToPath(new URL('../..', import.meta.url))

/** Where a user's text or WeCom's may meet an expression. */
const sources = globSync(['client/src/**/*.ts', 'n8n-node/{nodes,credentials}/**/*.ts'], {
  cwd: packages,
}).filter((path) => !/\.test(-d)?\.ts$|generated/.test(path))

interface Found {
  where: string
  expression: string
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

function nodesIn(path: string): ts.Node[] {
  const text = readFileSync(packages + path, 'utf8')
  return [...nodesOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))]
}

const expressions: Found[] = sources.flatMap((path) =>
  nodesIn(path)
    .filter(ts.isRegularExpressionLiteral)
    .map((literal) => ({ where: path, expression: literal.getText() })),
)

/** What `recheck` finds in an expression: whether an attack is possible, and how it would look. */
function judgementOf(expression: string): string {
  const end = expression.lastIndexOf('/')
  const found = checkSync(expression.slice(1, end), expression.slice(end + 1), {
    // A fixed seed and a limit by work rather than by time: the same answer on every machine.
    randomSeed: 7,
    timeout: 60_000,
  })
  return found.status === 'vulnerable' ? found.complexity.summary : found.status
}

test('the check finds what is slow', () => {
  // What this project once had.
  const slow = [String.raw`/hint: \[([^\]]*)\]/`, String.raw`/\/+$/`, '/^(a+)+$/']
  expect(slow.filter((expression) => judgementOf(expression) === 'safe')).toEqual([])
})

test('expressions are there to check', () => {
  const where = new Set(expressions.map(({ where }) => where.split('/')[0]))
  expect(where).toEqual(new Set(['client', 'n8n-node']))
  expect(expressions.length).toBeGreaterThan(10)
})

test.each(expressions)(
  '$where: $expression takes time that grows with its text alone',
  ({ expression }) => {
    expect(judgementOf(expression)).toBe('safe')
  },
  60_000,
)

test('no expression is made while the program runs', () => {
  const made = sources.filter((path) =>
    nodesIn(path).some(
      (node) =>
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText() === 'RegExp',
    ),
  )
  expect(made).toEqual([])
})
