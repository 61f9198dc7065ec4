import { Table } from 'console-table-printer'

/** Prints rows as a table, its columns named after the first row's fields. */
export function printTable(rows: Record<string, string | number>[]): void {
  const columns = Object.entries(rows[0] ?? {}).map(([name, value]) => ({
    name,
    alignment: typeof value === 'number' ? ('right' as const) : ('left' as const),
  }))
  const table = new Table({ columns, shouldDisableColors: true })
  table.addRows(rows)
  table.printTable()
}
