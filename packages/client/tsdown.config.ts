import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/core.ts'],
  platform: 'neutral',
  fixedExtension: false,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
})
