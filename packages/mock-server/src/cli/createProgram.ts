import { Command, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import {
  addMockOptions,
  readFromEnvironment,
  readInteger,
  toMockServerOptions,
} from './addMockOptions.ts'
import type { ProxyCommandOptions } from './runProxy.ts'

export const usageError = 2

/** Containers are set up by their environment, so all options can come from there. */
class MockCommand extends Command {
  override createCommand(name?: string): Command {
    return new MockCommand(name)
  }

  override createOption(flags: string, description?: string): Option {
    return readFromEnvironment(new Option(flags, description))
  }
}

/** What a usage error ends with. */
export function describeHelp(command: string): string {
  return `${command} --help lists the options.`
}

export function createProgram(): Command {
  const program = new MockCommand('wecom-meeting-mock')
    .description(
      'A WeCom (企业微信) for tests: gettoken and the meeting and webinar endpoints, with tokens, paging, errors and data.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .showHelpAfterError(describeHelp('wecom-meeting-mock'))
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
    // `proxy` has a --port of its own.
    .enablePositionalOptions()
    .action(run)
  addMockOptions(program)
  addProxyCommand(program)
  return program
}

async function run(options: Record<string, unknown>): Promise<void> {
  // Prism is heavy; --help and a mistyped flag need not wait for it.
  const { serve } = await import('./serve.ts')
  await serve(toMockServerOptions(options))
}

/** `wecom-meeting-mock proxy`. */
function addProxyCommand(program: Command): void {
  program
    .command('proxy')
    .showHelpAfterError(describeHelp('wecom-meeting-mock proxy'))
    .summary('forward real traffic and report where it violates the spec')
    .description(
      'Forwards everything to a real service and reports, live and at the end (Ctrl+C), every place where a request or a response violates the spec. Tokens and secrets are never shown.',
    )
    .requiredOption('--upstream <url>', 'the service, such as https://qyapi.weixin.qq.com')
    .option('-p, --port <number>', 'TCP port; 0 takes any free one', readInteger, 4011)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets others use the proxy',
      '127.0.0.1',
    )
    .option('--record <file>', 'write the violations to a new JSON file, fit for a bug report')
    .option('--values', 'show the values that violate the spec, too; may be personal data')
    .option('--fail-on-departure', 'exit with status 1 when there was a violation')
    .option('--allow-insecure', 'forward over http to another machine, unencrypted')
    .option('--timeout <ms>', 'how long the service may send nothing', readInteger, 60_000)
    .option('--spec <file>', "another OpenAPI document than the project's own")
    .allowExcessArguments(false)
    .action(async (options: ProxyCommandOptions) => {
      const { runProxy } = await import('./runProxy.ts')
      await runProxy(options)
    })
}
