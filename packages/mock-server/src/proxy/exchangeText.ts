import { styleText } from 'node:util'
import { departureText } from './departureText.ts'
import type { JudgedExchange } from './Findings.ts'

/** What is printed of an exchange while the proxy runs: one line, and one for each departure. */
export function exchangeText(exchange: JudgedExchange, options: { values: boolean }): string {
  const { operationId, method, path, departures, evidence } = exchange
  const called = operationId ? path : `${path} (not in the spec)`
  const head = `${clockTime(exchange.time)}  ${method} ${called}  ${outcome(exchange)}`
  const rows = [...new Set(evidence.map(({ row }) => row))]
  return [
    `${head}  ${verdict(exchange)}`,
    ...departures.map((departure) => `    ${departureText(departure, options)}`),
    ...(rows.length > 0 && departures.length > 0
      ? [styleText('dim', `    has a say in ${rowsText(rows)} of CONTRADICTIONS.md`)]
      : []),
  ].join('\n')
}

function clockTime(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB')
}

function outcome({ status, errcode, duration, failure }: JudgedExchange): string {
  if (failure) return 'no answer'
  const code = errcode === undefined ? '' : ` errcode ${errcode}`
  return `${status}${code}  ${Math.round(duration)} ms`
}

function verdict({ departures, operationId, failure }: JudgedExchange): string {
  if (failure) return styleText('red', failure)
  if (operationId === undefined) return styleText('yellow', 'forwarded, not judged')
  const { length } = departures
  if (length === 0) return styleText('green', 'as the spec says')
  return styleText('yellow', length === 1 ? '1 departure' : `${length} departures`)
}

function rowsText(rows: number[]): string {
  return rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.join(', ')}`
}
