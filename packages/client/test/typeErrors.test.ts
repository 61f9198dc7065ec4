import { expect, test } from 'vitest'
import { problemsIn } from './support/problemsIn.ts'

const start = `import { createWeComClient } from '@wecom-meeting/client'
declare const env: Record<'ID' | 'SECRET', string | undefined>
`

test('an environment variable that may be missing is named by the option that it is for', () => {
  const app = `${start}createWeComClient({ corpId: env.ID, corpSecret: env.SECRET })`
  const token = `${start}createWeComClient({ accessToken: env.ID })`
  const missing = /'string \| undefined' is not assignable to type 'string/
  const [id, secret, accessToken, ...others] = problemsIn([app, token])
  expect(id).toMatch(/: corpId: Type/)
  expect(secret).toMatch(/: corpSecret: Type/)
  expect(accessToken).toMatch(/property 'accessToken' are incompatible/)
  for (const problem of [id, secret, accessToken]) expect(problem).toMatch(missing)
  expect(others).toEqual([])
}, 60_000)
