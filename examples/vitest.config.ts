import { configDefaults, defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'examples',
    testTimeout: 60_000,
    // Jest's own; examples.test.ts runs them with Jest.
    exclude: [...configDefaults.exclude, 'jest/**', 'jest-client/**'],
  },
})
