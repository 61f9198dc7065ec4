#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { OptionError } from '../errors/OptionError.ts'
import { createProgram, usageError } from './createProgram.ts'

// Much of the time to the first answer is compiling Prism's modules; a second start skips it.
enableCompileCache()

// Whoever reads the output may have had enough of it (`| head`); that ends nothing.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

try {
  await createProgram().parseAsync()
} catch (error) {
  const known = error instanceof MockSetupError
  const message = known ? error.message : `this is a fault of the mock itself: ${error}`
  console.error(`wecom-meeting-mock: ${message}`)
  process.exitCode = error instanceof OptionError ? usageError : 1
}
