import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  type ExpectStatic,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

type Body = (...values: never[]) => unknown
type Register = (name: string, body: Body) => void

/** Vitest's `expect`. */
export const expect: ExpectStatic = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as Record<PropertyKey, unknown>)[ASYMMETRIC_MATCHERS_OBJECT] as object,
) as ExpectStatic

const tests: { name: string; run: () => unknown }[] = []
let path: string[] = []

/** Vitest's `test`, as far as the client's tests use it. */
export const test: Register & { each: (rows: unknown[]) => Register } = withEach((name, body) => {
  tests.push({ name: [...path, name].join(' > '), run: body as () => unknown })
})

/** Vitest's `describe`, as far as the client's tests use it. */
export const describe: typeof test = withEach((name, body) => {
  path.push(name)
  body()
  path = path.slice(0, -1)
})

function withEach(register: Register): typeof test {
  const each = (rows: unknown[]) => (name: string, body: Body) => {
    // As in Vitest: a row is a list of arguments only where every row is one.
    const areLists = rows.every(Array.isArray)
    for (const row of rows) {
      const values = (areLists ? row : [row]) as never[]
      register(`${name} ${JSON.stringify(values, writeBigInt)}`, () => body(...values))
    }
  }
  return Object.assign(register, { each })
}

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value
}

/** What became of the tests in one runtime. */
export interface TestResults {
  passed: number
  failures: { name: string; error: string }[]
}

/** Runs every registered test, one after the other. */
export async function runTests(): Promise<TestResults> {
  const report: TestResults = { passed: 0, failures: [] }
  for (const { name, run } of tests) {
    try {
      await run()
      report.passed += 1
    } catch (error) {
      report.failures.push({ name, error: String((error as Error)?.stack ?? error) })
    }
  }
  return report
}
