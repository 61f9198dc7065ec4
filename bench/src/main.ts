import { Argument, Command } from 'commander'
import type { Bar } from './Benchmark.ts'
import { client } from './client.ts'
import { concurrency } from './concurrency.ts'
import { mock } from './mock.ts'
import { n8n } from './n8n.ts'
import { paging } from './paging.ts'
import { barsText, sectionText, writeResults } from './report.ts'
import { size } from './size.ts'

const benchmarks = [client, paging, concurrency, size, mock, n8n]
const names = benchmarks.map(({ name }) => name)

// 1 means that a bar was missed.
const CANNOT_RUN = 2

await new Command('bench')
  .description('Measures this project beside what people would use instead.')
  .addArgument(new Argument('[name...]', 'which benchmarks; all by default').choices(names))
  .option('--quick', 'a tenth of the rounds: shows that it works, says little; writes nothing')
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : CANNOT_RUN))
  .action(runChosen)
  .parseAsync()
  .catch((error: Error) => {
    console.error(`bench: ${error.message}`)
    process.exitCode = CANNOT_RUN
  })

async function runChosen(chosen: string[], { quick }: { quick?: true }): Promise<void> {
  const selected = benchmarks.filter(({ name }) => chosen.length === 0 || chosen.includes(name))
  const options = { thoroughness: quick ? 0.1 : 1, progress: showProgress }
  const sections: string[] = []
  const bars: Bar[] = []
  for (const benchmark of selected) {
    const findings = await benchmark.run(options)
    showProgress('')
    const section = sectionText(benchmark, findings)
    console.log(`\n${section}`)
    sections.push(section)
    bars.push(...findings.bars)
  }
  // Part of a run must not replace the record of a whole one.
  if (!quick && selected.length === benchmarks.length) writeResults(sections, bars)
  const missed = bars.filter(({ holds }) => !holds)
  console.log(`\n${bars.length - missed.length} of ${bars.length} bars hold.`)
  if (missed.length > 0) console.log(barsText(missed))
  process.exitCode = missed.length > 0 ? 1 : 0
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
