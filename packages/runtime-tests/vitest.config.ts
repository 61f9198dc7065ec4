import { defineProject } from 'vitest/config'

export default defineProject({
  // Starting a runtime and running the whole suite in it takes seconds on a slow machine.
  test: { name: 'runtime-tests', testTimeout: 120_000 },
})
