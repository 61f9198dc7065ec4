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
    // One n8n takes two cores while it starts.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
  },
})
