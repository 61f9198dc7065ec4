/** A bar from the design, the figure that was measured, and whether it holds. */
export interface Bar {
  what: string
  /** Such as `≥ 0.9`. */
  bound: string
  figure: string
  holds: boolean
  /** Why it may fall short, and what could be tried next. */
  nextIdea?: string
}

/** A bar chart: one bar a row, longer is more. */
export interface Chart {
  /** What the length of a bar means, with its unit. */
  axis: string
  rows: { name: string; value: number }[]
}

/** What a benchmark found. */
export interface Findings {
  /** The table: column → value, the same columns in each row. */
  rows: Record<string, string | number>[]
  bars: Bar[]
  /** What a reader has to know to judge the figures; what a contender cannot do. */
  notes: string[]
  chart?: Chart
  /** Where the time goes, in microseconds of CPU a unit of work. */
  profile?: { unit: string; rows: Record<string, string | number>[] }
}

/** How thoroughly to measure, and where to say how far it has come. */
export interface RunOptions {
  /** 1 for figures to publish; less takes less time and says less. */
  thoroughness: number
  progress: (text: string) => void
}

/** One question, measured. */
export interface Benchmark {
  name: string
  /** What it answers, as a heading. */
  title: string
  /** How it is measured, in a sentence or two. */
  method: string
  run(options: RunOptions): Promise<Findings>
}

/** A bar that a figure has to reach, or must not exceed. */
export function bar(
  what: string,
  figure: number,
  least: { atLeast: number } | { atMost: number },
  nextIdea?: string,
): Bar {
  const [sign, bound] = 'atLeast' in least ? ['≥', least.atLeast] : ['≤', least.atMost]
  const holds = 'atLeast' in least ? figure >= bound : figure <= bound
  const shown = String(Number(figure.toFixed(3)))
  return { what, bound: `${sign} ${bound}`, figure: shown, holds, ...(nextIdea && { nextIdea }) }
}

/** How many of `full` to do at the asked thoroughness, at least one. */
export function scaled(full: number, { thoroughness }: RunOptions): number {
  return Math.max(1, Math.round(full * thoroughness))
}
