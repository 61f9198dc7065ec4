import { enableCompileCache } from 'node:module'
import type { Command } from 'commander'
import { FieldsError, MockSetupError, OptionError } from '../errors.ts'
import { createProgram, describeHelp, usageError } from './createProgram.ts'

export async function run(): Promise<void> {
  // Much of the time to the first response is compiling Prism's modules; a second start skips it.
  enableCompileCache()
  // Whoever reads the output may have had enough of it (`| head`); that ends nothing.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  const program = createProgram()
  try {
    await program.parseAsync()
  } catch (error) {
    const name = program.name()
    console.error(`${name}: ${describeError(error, program)}`)
    process.exitCode = isUsageError(error) ? usageError : 1
    const command = program.args[0] === 'proxy' ? `${name} proxy` : name
    if (isUsageError(error)) console.error(describeHelp(command))
  }
}

/** Faults and scenarios that are given as options are fields; fixtures come as a file. */
function isUsageError(error: unknown): boolean {
  return error instanceof OptionError || error instanceof FieldsError
}

function describeError(error: unknown, program: Command): string {
  if (!(error instanceof MockSetupError)) return `this is a fault of the mock itself: ${error}`
  if (!isUsageError(error)) return error.message
  // Options are checked under the names that they have in process.
  const options = [program, ...program.commands].flatMap((command) => command.options)
  const longOf = new Map(options.map((option) => [option.attributeName(), option.long]))
  return error.message
    .replaceAll(/(?<=^|; )(\w+)(?:\[\d+\])?(?= is )/g, (name, bare) => longOf.get(bare) ?? name)
    .replace('give spec or fixtures', 'give --spec or --fixtures')
}
