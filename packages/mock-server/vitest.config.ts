import { defineProject } from 'vitest/config'

// Prism and the command start as processes of their own, which takes seconds on a busy machine.
export default defineProject({
  test: {
    name: 'mock-server',
    setupFiles: ['../../test/setup/repeatableProperties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
