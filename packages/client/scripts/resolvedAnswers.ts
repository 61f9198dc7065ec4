import { readdirSync } from 'node:fs'

/** The answers whose contradictions somebody resolves: `Meeting` for `src/resources/meeting.ts`. */
export function resolvedAnswers(): ReadonlySet<string> {
  const files = readdirSync(new URL('../src/resources', import.meta.url))
  return new Set(
    files.map((file) => file.charAt(0).toUpperCase() + file.slice(1).replace('.ts', '')),
  )
}
