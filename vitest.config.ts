import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'spec',
      'packages/*',
      'examples',
      'bench',
      'docs',
      { test: { name: 'workspace', include: ['test/**/*.test.ts'] } },
    ],
  },
})
