import { readdirSync } from 'node:fs'
import { raised } from './letterCase.ts'

/** The answers whose contradictions somebody resolves: `Meeting` for `src/resources/meeting.ts`. */
export function resolvedAnswers(): ReadonlySet<string> {
  const files = readdirSync(new URL('../src/resources', import.meta.url))
  return new Set(files.map((file) => raised(file.replace('.ts', ''))))
}
