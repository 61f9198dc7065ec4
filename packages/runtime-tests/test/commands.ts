import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const programOf = (name: string, path: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), path)

/** How a program is run in each runtime that has a command. */
export const commands: [runtime: string, version: RegExp, command: string[]][] = [
  ['Node 22', /^v22\./, [programOf('node-22', 'bin/node')]],
  ['Node 24', /^v24\./, [programOf('node-24', 'bin/node')]],
  ['Node 26', /^v26\./, [programOf('node-26', 'bin/node')]],
  ['Bun', /^1\./, [programOf('bun', 'bin/bun.exe')]],
  [
    'Deno',
    /^deno 2\./,
    [process.execPath, programOf('deno', 'bin.cjs'), 'run', '--allow-net', '--allow-env'],
  ],
]
