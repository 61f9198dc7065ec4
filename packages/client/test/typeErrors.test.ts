import { expect, test } from 'vitest'
import { problemsIn } from './support/problemsIn.ts'

const start = `import { createWeComClient } from '@wecom-meeting/client'
declare const env: Record<'ID' | 'SECRET', string | undefined>
`

test('an environment variable that may be missing is named by the option that it is for', () => {
  const code = `${start}createWeComClient({ corpId: env.ID, corpSecret: env.SECRET })`
  expect(problemsIn([code])).toEqual([
    expect.stringMatching(
      /: corpId: Type 'string \| undefined' is not assignable to type 'string'/,
    ),
    expect.stringMatching(
      /: corpSecret: Type 'string \| undefined' is not assignable to type 'string/,
    ),
  ])
  const [problem, ...others] = problemsIn([`${start}createWeComClient({ accessToken: env.ID })`])
  expect(problem).toMatch(/property 'accessToken' are incompatible.*'string \| undefined' is not/s)
  expect(others).toEqual([])
}, 60_000)
