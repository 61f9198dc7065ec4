import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

export default defineConfig({
  resolve: { alias: { 'n8n-workflow': require.resolve('n8n-workflow') } },
  test: {
    name: 'n8n-node-e2e',
    root: import.meta.dirname,
    include: ['*.e2e.mts'],
    globalSetup: ['support/globalSetup.mts'],
    // The two files with triggers mostly wait for the next minute; one n8n takes two cores while it starts.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
  },
})
