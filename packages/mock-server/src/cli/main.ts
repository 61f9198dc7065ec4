#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { createProgram } from './createProgram.ts'

// Much of the time to the first answer is compiling Prism's modules; a second start skips it.
enableCompileCache()

try {
  await createProgram().parseAsync()
} catch (error) {
  if (!(error instanceof MockSetupError)) throw error
  console.error(`wecom-meeting-mock: ${error.message}`)
  process.exitCode = 1
}
