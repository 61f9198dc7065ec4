import type { Command } from 'commander'
import type { ProxyCommandOptions } from './runProxy.ts'

/** `wecom-meeting-mock proxy`. */
export function addProxyCommand(program: Command, integer: (text: string) => number): Command {
  return program
    .command('proxy')
    .summary('forward real traffic and report where it violates the spec')
    .description(
      'Forwards everything to a real service and reports, live and at the end (Ctrl+C), every place where a request or a response violates the spec. Tokens and secrets are never shown.',
    )
    .requiredOption('--upstream <url>', 'the service, such as https://qyapi.weixin.qq.com')
    .option('-p, --port <number>', 'TCP port; 0 takes any free one', integer, 4011)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets others use the proxy',
      '127.0.0.1',
    )
    .option('--record <file>', 'write the violations to a new JSON file, fit for a bug report')
    .option('--values', 'show the values that violate the spec, too; may be personal data')
    .option('--fail-on-departure', 'exit with status 1 when there was a violation')
    .option('--allow-insecure', 'forward over http to another machine, unencrypted')
    .option('--timeout <ms>', 'how long the service may send nothing', integer, 60_000)
    .option('--spec <file>', "another OpenAPI document than the project's own")
    .allowExcessArguments(false)
    .action(async (options: ProxyCommandOptions) => {
      const { runProxy } = await import('./runProxy.ts')
      await runProxy(options)
    })
}
