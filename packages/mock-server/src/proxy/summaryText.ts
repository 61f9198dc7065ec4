import { departureText } from './departureText.ts'
import type { Findings } from './Findings.ts'

/** What is printed at the end. */
export function summaryText(findings: Findings, options: { values: boolean }): string {
  return [
    ...requestLines(findings),
    '',
    ...departureLines(findings, options),
    ...evidenceLines(findings),
  ].join('\n')
}

function requestLines({ requests, unknownPaths, failures }: Findings): string[] {
  const all = [...requests.values(), ...unknownPaths.values()].reduce((sum, one) => sum + one, 0)
  return [
    `${counted(all, 'request')}${failures > 0 ? `, ${failures} of them without an answer` : ''}:`,
    ...Array.from(requests, ([operationId, count]) => row(count, operationId)),
    ...Array.from(unknownPaths, ([path, count]) => row(count, `${path} (not in the spec)`)),
  ]
}

function departureLines(findings: Findings, options: { values: boolean }): string[] {
  const departures = findings.departures()
  if (departures.length === 0) return ['No departure from the spec.']
  return [
    `${counted(departures.length, 'departure')} from the spec, most frequent first:`,
    ...departures.map((departure) =>
      row(departure.count, `${departure.operationId} ${departureText(departure, options)}`),
    ),
  ]
}

function evidenceLines(findings: Findings): string[] {
  const evidence = findings.evidence()
  if (evidence.length === 0) return []
  return [
    '',
    'What the answers say about rows of CONTRADICTIONS.md:',
    ...evidence.map((seen) =>
      row(
        seen.count,
        `row ${seen.row}: ${seen.operationId} ${seen.field}: ${seen.came}, ${seen.says}`,
      ),
    ),
  ]
}

function row(count: number, text: string): string {
  return `${String(count).padStart(7)} ×  ${text}`
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}
