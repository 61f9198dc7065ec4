import { enableCompileCache } from 'node:module'
import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { FieldsError, MockSetupError, OptionError } from '../errors.ts'
import operationIds from '../generated/operationIds.json' with { type: 'json' }
import { nearestName } from '../names.ts'
import mockOptions from '../options.json' with { type: 'json' }
import type { MockServerOptions } from '../options.ts'
import proxyOptions from '../proxy/options.json' with { type: 'json' }
import { addOptions, variableOf, variablePrefix } from './addMockOptions.ts'
import type { ProxyCommandOptions } from './runProxy.ts'

const usageError = 2

/** What a usage error ends with. */
function describeHelp(command: string): string {
  return `${command} --help lists the options.`
}

export function createProgram(): Command {
  const program = new Command('wecom-meeting-mock')
    .description(
      'A WeCom (企业微信) for tests: gettoken and the meeting and webinar endpoints, with tokens, paging, errors and data.',
    )
    // Commander gives a suggestion a line of its own.
    .configureOutput({ outputError: (text, write) => write(text.replace('\n(', ' (')) })
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .showHelpAfterError(describeHelp('wecom-meeting-mock'))
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
    // `proxy` has a --port of its own.
    .enablePositionalOptions()
    .hook('preAction', refuseMisspelledVariables)
    .action(async (options: MockServerOptions) => {
      // Prism is heavy; --help and a mistyped flag need not wait for it.
      const { serve } = await import('./serve.ts')
      await serve(options)
    })
  addOptions(program, mockOptions)
  program.addHelpText('after', `\nOperations, as a fault names them: ${operationIds.join(', ')}`)
  addProxyCommand(program)
  return program
}

/** Only what is nearly one: an orchestrator sets variables of its own for a service of this name. */
function refuseMisspelledVariables(program: Command): void {
  const options = [program, ...program.commands].flatMap((command) => command.options)
  const known = options.map((option) => variableOf(option).slice(variablePrefix.length))
  for (const variable of Object.keys(process.env)) {
    const name = variable.slice(variablePrefix.length)
    if (!variable.startsWith(variablePrefix) || known.includes(name)) continue
    const near = nearestName(name, known)
    if (near === undefined) continue
    throw new OptionError(`no option is called ${variable}; did you mean ${variablePrefix}${near}?`)
  }
}

/** `wecom-meeting-mock proxy`. */
function addProxyCommand(program: Command): void {
  const proxy = program
    .command('proxy')
    .showHelpAfterError(describeHelp('wecom-meeting-mock proxy'))
    .summary('forward real traffic and report where it violates the spec')
    .description(
      'Forwards everything to a real service and reports, live and at the end (Ctrl+C), every place where a request or a response violates the spec. Tokens and secrets are never shown.',
    )
    .allowExcessArguments(false)
    .action(async (options: ProxyCommandOptions) => {
      const { runProxy } = await import('./runProxy.ts')
      await runProxy(options)
    })
  addOptions(proxy, proxyOptions)
}

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
