import { type RunOptions, scaled } from './Benchmark.ts'

/** What contenders reached, round by round. The first one is what the others are compared with. */
export type Figures = Readonly<Record<string, readonly number[]>>

/** The middle of some figures; there must be at least one. */
export function median(figures: readonly number[]): number {
  const middle = figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]
  if (middle === undefined) throw new Error('There is no figure to sum up.')
  return middle
}

/** The median and, in brackets, the range. */
export function formatSpread(figures: readonly number[], digits = 2): string {
  const ends = [Math.min(...figures), Math.max(...figures)].map((end) => end.toFixed(digits))
  return `${median(figures).toFixed(digits)} (${ends.join('–')})`
}

/** Ratios of a contender to another, each taken within a round, where both met the same machine. */
export function ratios(figures: Figures, name: string, base = Object.keys(figures)[0]): number[] {
  const basis = figures[base ?? ''] ?? []
  return (figures[name] ?? []).map((figure, round) => figure / (basis[round] ?? Number.NaN))
}

/** The middle of a contender's ratios. */
export function medianRatio(figures: Figures, name: string, base?: string): number {
  return median(ratios(figures, name, base))
}

/** A contender's part of a row: its figure in whole numbers, and beside the first contender. */
export function row(figures: Figures, name: string, unit: string, beside: string) {
  const figure = Math.round(median(figures[name] ?? []))
  return { [unit]: figure, [beside]: formatSpread(ratios(figures, name)) }
}

/**
 * Runs contenders in turns, so that a noisy machine disturbs all of them alike. Each round begins
 * with another contender; a first round, not counted, warms everything up.
 *
 * @param contenders One round of each; it resolves to its figure, in the benchmark's unit.
 * @param fullRounds How many rounds there are for figures to publish.
 */
export async function alternate(
  contenders: Record<string, () => Promise<number>>,
  fullRounds: number,
  options: RunOptions,
): Promise<Figures> {
  const all = Object.entries(contenders)
  const figures = Object.fromEntries(all.map(([name]) => [name, [] as number[]]))
  const rounds = scaled(fullRounds, options)
  for (let round = 0; round <= rounds; round++) {
    const first = round % all.length
    for (const [name, run] of [...all.slice(first), ...all.slice(0, first)]) {
      const figure = await run()
      if (round > 0) figures[name]?.push(figure)
    }
    options.progress(`round ${round} of ${rounds}`)
  }
  return figures
}
