import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  fixedExtension: false,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error', excludeEntrypoints: ['./openapi.yaml'] },
})
