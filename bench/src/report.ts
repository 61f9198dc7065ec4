import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, totalmem } from 'node:os'
import { markdownTable } from 'markdown-table'
import manifest from '../package.json' with { type: 'json' }
import type { Bar, Benchmark, Findings } from './Benchmark.ts'

const resultsFile = new URL('../RESULTS.md', import.meta.url)

/** A benchmark's table, notes and bars, as Markdown. */
export function sectionText({ title, method }: Benchmark, findings: Findings): string {
  const { rows, notes = [], bars } = findings
  return [
    `## ${title}`,
    method,
    tableText(rows),
    ...notes.map((note) => `- ${note}`),
    barsText(bars),
  ].join('\n\n')
}

/** What the figures must be, what they are, and whether that holds. */
export function barsText(bars: readonly Bar[]): string {
  return tableText(
    bars.map(({ what, bound, figure, holds }) => ({
      bar: what,
      bound,
      figure,
      verdict: holds ? 'holds' : '**falls short**',
    })),
  )
}

/** Replaces the record of the last whole run. */
export function writeResults(sections: readonly string[], bars: readonly Bar[]): void {
  const parts = [
    '# Results',
    `Written by \`pnpm bench\` on ${machineText()} Ratios come from alternated rounds of one run: the median and, in brackets, the range. Absolute figures are this machine’s and say little elsewhere.`,
    barsText(bars),
    ...sections,
    '## Versions',
    tableText(installedVersions()),
  ]
  writeFileSync(resultsFile, `${parts.join('\n\n')}\n`)
  console.log(`\nWritten: ${resultsFile.pathname}`)
}

function machineText(): string {
  const [{ model } = { model: 'unknown' }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const date = new Date().toISOString().slice(0, 10)
  return `${date}: Node ${process.versions.node}, ${cpus().length} × ${model.trim()} (${arch()}), ${memory} GiB.`
}

function tableText(rows: Record<string, string | number>[]): string {
  const [first = {}] = rows
  const align = Object.values(first).map((value) => (typeof value === 'number' ? 'right' : ''))
  const cells = rows.map((row) => Object.values(row).map(String))
  return markdownTable([Object.keys(first), ...cells], { align })
}

function installedVersions(): { package: string; version: string }[] {
  return Object.keys(manifest.devDependencies)
    .filter((name) => !name.startsWith('@types/'))
    .map((name) => {
      const path = new URL(`../node_modules/${name}/package.json`, import.meta.url)
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
      return { package: name, version: version === '0.0.0' ? 'this repository' : version }
    })
}
