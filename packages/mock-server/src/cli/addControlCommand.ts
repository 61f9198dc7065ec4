import type { Command } from 'commander'

/** `wecom-meeting-mock control`. Its actions are made only when it is called: they take 40 ms. */
export function addControlCommand(program: Command): Command {
  const control = program
    .command('control')
    .summary('steer a running mock: scenarios, faults, data, journal')
    .description(
      'Steers a running mock, with the names that it has in process and over HTTP, written as a shell has them: `slowBody` is `slow-body`. The status is 0 when it is done, 2 when the command line is wrong, else 1.',
    )
    .option('--url <url>', 'where the mock listens', 'http://127.0.0.1:4010')
    .option('--json', 'print the whole answer as JSON, for scripts')
  return program.hook('preSubcommand', async (_program, called) => {
    if (called !== control || control.commands.length > 0) return
    const { addActions } = await import('./control/addActions.ts')
    addActions(control)
  })
}
