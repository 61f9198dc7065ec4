import { defineProject } from 'vitest/config'

// Building the site takes a minute on a busy machine.
export default defineProject({
  test: { name: 'docs', testTimeout: 60_000, hookTimeout: 600_000 },
})
