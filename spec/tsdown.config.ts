import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  fixedExtension: false,
  publint: true,
  attw: { profile: 'esm-only', level: 'error', excludeEntrypoints: ['./openapi.yaml'] },
})
