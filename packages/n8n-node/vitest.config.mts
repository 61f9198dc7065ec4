import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

export default defineConfig({
  // n8n loads its CommonJS build. Left to itself, vitest would take the other one.
  resolve: { alias: { 'n8n-workflow': require.resolve('n8n-workflow') } },
  test: { name: 'n8n-node', include: ['{nodes,scripts,test}/**/*.test.mts'] },
})
