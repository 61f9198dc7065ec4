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
  if (process.argv.includes('--check')) check(folder, files)
  else write(folder, files)
}

function write(folder: string, files: Record<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const stale of staleFiles(folder, files)) rmSync(join(folder, stale))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}

function check(folder: string, files: Record<string, string>): void {
  const drifted = Object.entries(files)
    .filter(([name, content]) => !holds(join(folder, name), content))
    .map(([name]) => name)
    .concat(staleFiles(folder, files))
  for (const name of drifted) {
    console.error(
      `${relative(process.cwd(), join(folder, name))} differs from what the spec gives. ` +
        'Never edit it by hand: change spec/openapi.yaml and run `pnpm generate`.',
    )
  }
  if (drifted.length > 0) process.exitCode = 1
}

function staleFiles(folder: string, files: Record<string, string>): string[] {
  return globSync('*', { cwd: folder }).filter((name) => !(name in files))
}

function holds(path: string, content: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === content
}
