import { readFileSync } from 'node:fs'

/** A row of CONTRADICTIONS.md. */
export interface Contradiction {
  /** Its number, which it keeps for ever. */
  row: number
  cells: string[]
  /** `settled` or `open`, and what there is to say about it. */
  state: string
}

/** The rows of CONTRADICTIONS.md by number. */
export const contradictions: ReadonlyMap<number, Contradiction> =
  readContradictions('CONTRADICTIONS.md')

export function readContradictions(file: string): Map<number, Contradiction> {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const rows = text.split('\n').filter((line) => /^\| \d+ /.test(line))
  return new Map(
    rows.map((line) => {
      // A `|` in a cell is written `\|`.
      const [number = '', ...cells] = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
      return [Number(number), { row: Number(number), cells, state: cells.at(-1) ?? '' }]
    }),
  )
}
