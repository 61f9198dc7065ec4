import type { Command } from 'commander'

/** `help control fault`, the same as `control fault --help`; commander's own goes only one word deep. */
export function addHelpCommand(program: Command): Command {
  program
    .helpCommand(false)
    .command('help [words...]')
    .summary('print the help of a command')
    .action(async (words: string[]) => {
      await program.parseAsync([...words, '--help'], { from: 'user' })
    })
  return program
}
