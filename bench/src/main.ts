import { Command, InvalidArgumentError } from 'commander'
import { benchmarks } from './benches/index.ts'
import { runAll } from './runAll.ts'

const names = benchmarks.map(({ name }) => name)

const program = new Command('bench')
  .description('Measures this project beside what people would use instead.')
  .argument('[name...]', `which: ${names.join(', ')}; all of them by default`, checkName)
  .option('--quick', 'a tenth of the rounds: shows that it works, says little; writes nothing')
  .showHelpAfterError()
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : 2))
  .action(async (chosen: string[], { quick }: { quick?: true }) => {
    const selected = benchmarks.filter(({ name }) => chosen.length === 0 || chosen.includes(name))
    const complete = await runAll(selected, {
      thoroughness: quick ? 0.1 : 1,
      // Half a run must not replace the record of a whole one.
      write: !quick && selected.length === benchmarks.length,
    })
    process.exitCode = complete ? 0 : 1
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 2
}

function checkName(name: string, previous: string[] = []): string[] {
  if (names.includes(name)) return [...previous, name]
  throw new InvalidArgumentError(
    `There is no benchmark of that name; there are ${names.join(', ')}.`,
  )
}
