// The environment starts a mock for each test file, outside of Jest's own module system: so the tests
// themselves may be CommonJS or go through any transform, and no Node flag is needed.
export default {
  testEnvironment: './MockWeComEnvironment.mjs',
  testMatch: ['**/*.test.cjs'],
}
