/** A bar from the design, the measured figure, and whether it holds. */
export interface Bar {
  what: string
  /** Such as `≥ 0.95`. */
  bound: string
  figure: string
  holds: boolean
}

/** The results of a benchmark. */
export interface Findings {
  /** Column → value, the same columns in each row. */
  rows: Record<string, string | number>[]
  bars: Bar[]
  /** What a reader has to know to judge the figures. */
  notes?: string[]
}

/** How thoroughly to measure, and where to report progress. */
export interface RunOptions {
  /** 1 for figures to publish; less takes less time and says less. */
  thoroughness: number
  progress: (text: string) => void
}

/** One question, measured. */
export interface Benchmark {
  name: string
  /** The question, as a heading. */
  title: string
  /** How it is measured, in a sentence or two. */
  method: string
  run(options: RunOptions): Promise<Findings>
}

/** A bar that a figure has to reach, or must not exceed. */
export function bar(what: string, figure: number, sign: '≥' | '≤', bound: number): Bar {
  const holds = sign === '≥' ? figure >= bound : figure <= bound
  return { what, bound: `${sign} ${bound}`, figure: String(Number(figure.toFixed(3))), holds }
}

/** How many of `full` to do at the asked thoroughness, at least one. */
export function scaled(full: number, { thoroughness }: RunOptions): number {
  return Math.max(1, Math.round(full * thoroughness))
}
