import { Command, InvalidArgumentError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import type { MockServerOptions } from '../options.ts'
import { addProxyCommand } from './addProxyCommand.ts'

export const usageError = 2

export function createProgram(): Command {
  const program = new Command('wecom-meeting-mock')
    .description(
      'A WeCom (企业微信) for tests: gettoken and the meeting and webinar endpoints, with tokens, paging, errors and data.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('-p, --port <number>', 'TCP port; 0 takes any free one', integer, 4010)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets others reach the mock',
      '127.0.0.1',
    )
    .option('--seed <integer>', 'decides on all made-up data, tokens and hints', integer, 1)
    .option('--enrollments <count>', 'enrollments of the made-up webinar', integer, 120)
    .option('--fixtures <file>', 'JSON or YAML file with more meetings and webinars')
    .option('--corp-id <id>', 'the corp ID that gettoken accepts')
    .option('--corp-secret <secret>', 'the secret that gettoken accepts')
    .option('--token-ttl <seconds>', 'how long a token lives', integer, 7200)
    .option(
      '--expired-token-errcode <errcode>',
      '42001 or 40014; users of WeCom have met both',
      expiredErrcode,
      42001,
    )
    .option('--spec <file>', "another OpenAPI document than the project's own")
    .allowExcessArguments(false)
    .showHelpAfterError()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
    // `proxy` has a --port of its own.
    .enablePositionalOptions()
    .action(run)
  addProxyCommand(program, integer)
  return program
}

async function run(options: MockServerOptions): Promise<void> {
  // Prism is heavy; --help and a mistyped flag need not wait for it.
  const { serve } = await import('./serve.ts')
  await serve(options)
}

function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Expected an integer.')
  return Number(text)
}

function expiredErrcode(text: string): number {
  if (text !== '42001' && text !== '40014')
    throw new InvalidArgumentError('Expected 42001 or 40014.')
  return Number(text)
}
