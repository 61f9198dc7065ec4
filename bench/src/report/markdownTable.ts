/** Rows as a Markdown table, its columns named after the first row's fields; numbers to the right. */
export function markdownTable(rows: readonly Record<string, string | number>[]): string {
  const [first = {}] = rows
  const columns = Object.keys(first)
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns),
    line(columns.map((column) => (typeof first[column] === 'number' ? '--:' : ':--'))),
    ...rows.map((row) =>
      line(columns.map((column) => String(row[column] ?? '').replaceAll('|', '\\|'))),
    ),
  ].join('\n')
}
