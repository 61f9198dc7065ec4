import { defineConfig, type UserConfig } from 'tsdown'

const config: UserConfig = defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts'],
  dts: true,
  publint: true,
})

export default config
