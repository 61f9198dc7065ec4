import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { OptionError } from '../errors.ts'
import operationIds from '../generated/operationIds.json' with { type: 'json' }
import { nearestName } from '../names.ts'
import mockOptions from '../options.json' with { type: 'json' }
import type { MockServerOptions } from '../options.ts'
import proxyOptions from '../proxy/options.json' with { type: 'json' }
import { addOptions, variableOf, variablePrefix } from './addMockOptions.ts'
import type { ProxyCommandOptions } from './runProxy.ts'

export const usageError = 2

/** What a usage error ends with. */
export function describeHelp(command: string): string {
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
    .action(run)
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

async function run(options: MockServerOptions): Promise<void> {
  // Prism is heavy; --help and a mistyped flag need not wait for it.
  const { serve } = await import('./serve.ts')
  await serve(options)
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
