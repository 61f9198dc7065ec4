import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/host.ts', 'src/redis.ts', 'src/zh-CN.ts'],
  platform: 'neutral',
  fixedExtension: false,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
})
