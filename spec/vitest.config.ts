import { defineProject } from 'vitest/config'

// Each lint test starts Redocly anew, which takes a second or more on a slow machine.
export default defineProject({ test: { name: 'spec', testTimeout: 60_000 } })
