// Three ways in which Jest takes ES modules, of which the client is made; a project of yours needs one of them.
const testEnvironment = '../jest/MockWeComEnvironment.mjs'

export default {
  projects: [
    // require(), with NODE_OPTIONS=--experimental-vm-modules and Node 24.9 or newer.
    { displayName: 'commonjs', testEnvironment, testMatch: ['**/*.test.cjs'], transform: {} },
    // import, with NODE_OPTIONS=--experimental-vm-modules.
    { displayName: 'esm', testEnvironment, testMatch: ['**/*.test.mjs'], transform: {} },
    // TypeScript to CommonJS by swc, the client included; no flag, any Node.
    {
      displayName: 'swc',
      testEnvironment,
      testMatch: ['**/*.test.ts'],
      transform: { '\\.[jt]s$': '@swc/jest' },
      transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?@wecom-meeting)'],
    },
  ],
}
