#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { OptionError } from '../errors/OptionError.ts'
import { createProgram, usageError } from './createProgram.ts'

// Much of the time to the first answer is compiling Prism's modules; a second start skips it.
enableCompileCache()

try {
  await createProgram().parseAsync()
} catch (error) {
  const known = error instanceof MockSetupError
  const message = known ? error.message : `this is a fault of the mock itself: ${error}`
  console.error(`wecom-meeting-mock: ${message}`)
  process.exitCode = error instanceof OptionError ? usageError : 1
}
