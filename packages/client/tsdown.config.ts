import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/host.ts', 'src/redis.ts', 'src/testing.ts', 'src/zh-CN.ts'],
  platform: 'neutral',
  fixedExtension: false,
  sourcemap: true,
  // Shared parts under their own names, which a reader of the declarations can follow.
  hash: false,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
})
