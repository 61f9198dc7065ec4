import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The first lines of every generated module. */
export const banner = '// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.\n\n'

/**
 * A value as the code has it.
 *
 * @param names What stands for the values of fields that have names, such as `EnrollmentAction.Approve`.
 */
export function literal(
  value: unknown,
  names: Record<string, Record<string, string>> = {},
): string {
  if (typeof value === 'string') return /['\\\n]/.test(value) ? JSON.stringify(value) : `'${value}'`
  if (Array.isArray(value)) return `[${value.map((entry) => literal(entry)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, field]) => `${name}: ${names[name]?.[String(field)] ?? literal(field)}`,
  )
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}'
}

/** A doc comment, which nothing in `text` ends early. */
export function docComment(text: string, indent = ''): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n')
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

/**
 * Writes generated files, or with `--check` on the command line compares them with what is there.
 *
 * The folder belongs to the generator: a file that it no longer gives is removed, and counts as
 * drift. With drift the process ends with status 1 after naming each file.
 *
 * @param folder Absolute path of the folder of generated files.
 * @param files File name → content.
 */
export function writeOrCheck(folder: string, files: Record<string, string>): void {
  const stale = globSync('*', { cwd: folder }).filter((name) => !(name in files))
  const changed = Object.keys(files).filter((name) => !holds(join(folder, name), files[name]))
  if (process.argv.includes('--check')) {
    for (const name of [...changed, ...stale]) {
      console.error(
        `${relative(process.cwd(), join(folder, name))} differs from what the spec gives. ` +
          'Never edit it by hand: change spec/openapi.yaml and run `pnpm generate`.',
      )
      process.exitCode = 1
    }
    return
  }
  mkdirSync(folder, { recursive: true })
  for (const name of stale) rmSync(join(folder, name))
  for (const name of changed) writeFileSync(join(folder, name), files[name] ?? '')
}

function holds(path: string, content: string | undefined): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === content
}
