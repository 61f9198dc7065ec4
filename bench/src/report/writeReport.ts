import { mkdir, writeFile } from 'node:fs/promises'
import { arch, cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Bar, Benchmark, Findings } from '../Benchmark.ts'
import { chartSvg } from './chartSvg.ts'
import { markdownTable } from './markdownTable.ts'
import { peerVersions } from './peerVersions.ts'

const folder = new URL('../../', import.meta.url)

/** Writes RESULTS.md and the charts beside it. */
export async function writeReport(found: readonly [Benchmark, Findings][]): Promise<void> {
  await mkdir(new URL('charts/', folder), { recursive: true })
  for (const [{ name }, { chart }] of found) {
    if (chart) await writeFile(new URL(`charts/${name}.svg`, folder), await chartSvg(chart))
  }
  const bars = found.flatMap(([, findings]) => findings.bars)
  const text = [
    '# Results',
    'Written by `pnpm bench`. Figures are ratios from alternated rounds in one run, the median and in brackets the range; absolute ones are this machine’s and say little elsewhere.',
    machine(),
    '## Bars',
    markdownTable(bars.map(barRow)),
    ...bars.filter(({ holds }) => !holds).map(whyMissed),
    ...found.flatMap(section),
    '## Versions',
    markdownTable(peerVersions()),
  ].join('\n\n')
  await writeFile(new URL('RESULTS.md', folder), `${text}\n`)
  console.log(`\nWritten: ${fileURLToPath(new URL('RESULTS.md', folder))}`)
}

function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, Node ${process.versions.node}, ${cpus().length} × ${model.trim()} (${arch()}), ${memory} GiB.`
}

function barRow({ what, bound, figure, holds }: Bar): Record<string, string> {
  return { bar: what, 'to be': bound, is: figure, verdict: holds ? 'holds' : '**falls short**' }
}

function whyMissed({ what, nextIdea = 'not looked into yet' }: Bar): string {
  return `- **${what}**: ${nextIdea}`
}

function section([benchmark, { rows, notes, chart, profile }]: [Benchmark, Findings]): string[] {
  return [
    `## ${benchmark.title}`,
    benchmark.method,
    markdownTable(rows),
    ...(chart ? [`![${chart.axis}](charts/${benchmark.name}.svg)`] : []),
    ...notes.map((note) => `- ${note}`),
    ...(profile
      ? [
          `Where the time goes: microseconds ${profile.unit}, from a CPU profile that slows everything down.`,
          markdownTable(profile.rows),
        ]
      : []),
  ]
}
