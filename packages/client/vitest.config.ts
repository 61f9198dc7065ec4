import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'client',
    setupFiles: ['../../test/setup/repeatableProperties.ts'],
    typecheck: { enabled: true },
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', 'src/**/*.test.ts', 'src/**/*.test-d.ts'],
      reporter: ['text', 'text-summary'],
      thresholds: { branches: 100 },
    },
  },
})
