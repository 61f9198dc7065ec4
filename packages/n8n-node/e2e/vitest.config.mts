import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

export default defineConfig({
  resolve: { alias: { 'n8n-workflow': require.resolve('n8n-workflow') } },
  test: {
    root: import.meta.dirname,
    globalSetup: ['support/globalSetup.mts'],
    // The two files with triggers mostly wait for the next minute; one n8n takes two cores while it starts.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['verbose'],
    projects: [
      {
        extends: true,
        test: { name: 'n8n-node-e2e', include: ['*.e2e.mts'], exclude: ['scale.e2e.mts'] },
      },
      {
        extends: true,
        // Alone, after the others: what it measures should be the nodes, not the neighbours.
        test: { name: 'scale', include: ['scale.e2e.mts'], sequence: { groupOrder: 1 } },
      },
    ],
  },
})
