import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { addMockOptions, readInteger, toMockServerOptions } from './addMockOptions.ts'
import { addProxyCommand } from './addProxyCommand.ts'

export const usageError = 2

export function createProgram(): Command {
  const program = new Command('wecom-meeting-mock')
    .description(
      'A WeCom (企业微信) for tests: gettoken and the meeting and webinar endpoints, with tokens, paging, errors and data.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .showHelpAfterError()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
    // `proxy` has a --port of its own.
    .enablePositionalOptions()
    .action(run)
  addMockOptions(program)
  addProxyCommand(program, readInteger)
  return program
}

async function run(options: Record<string, unknown>): Promise<void> {
  // Prism is heavy; --help and a mistyped flag need not wait for it.
  const { serve } = await import('./serve.ts')
  await serve(toMockServerOptions(options))
}
