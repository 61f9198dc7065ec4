import { styleText } from 'node:util'
import { printTable } from '@wecom-meeting/examples/print-table'
import type { Bar, Benchmark, Findings } from './Benchmark.ts'
import { writeReport } from './report/writeReport.ts'

/** Runs benchmarks one after the other; false if a bar was missed. */
export async function runAll(
  benchmarks: readonly Benchmark[],
  { thoroughness, write }: { thoroughness: number; write: boolean },
): Promise<boolean> {
  const found: [Benchmark, Findings][] = []
  for (const benchmark of benchmarks) {
    console.log(`\n${styleText('bold', benchmark.title)}\n${benchmark.method}\n`)
    const findings = await benchmark.run({ thoroughness, progress: showProgress })
    clearProgress()
    print(findings)
    found.push([benchmark, findings])
  }
  if (write) await writeReport(found)
  return summary(found.flatMap(([, { bars }]) => bars))
}

function print({ rows, bars, notes, profile }: Findings): void {
  printTable(rows)
  if (profile) {
    console.log(`\nWhere the time goes, microseconds ${profile.unit}:`)
    printTable(profile.rows)
  }
  for (const bar of bars) console.log(barText(bar))
  for (const note of notes) console.log(styleText('dim', note))
}

function summary(bars: readonly Bar[]): boolean {
  const missed = bars.filter(({ holds }) => !holds)
  console.log(`\n${bars.length - missed.length} of ${bars.length} bars hold.`)
  for (const bar of missed) {
    console.log(barText(bar))
    if (bar.nextIdea) console.log(styleText('dim', bar.nextIdea))
  }
  return missed.length === 0
}

function barText({ what, bound, figure, holds }: Bar): string {
  const verdict = holds ? styleText('green', 'holds') : styleText('red', 'falls short')
  return `${verdict}: ${what} ${figure}, to be ${bound}`
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
