import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** Where the workspace has the reference's renderer. */
export const scalarBundleUrl: URL = new URL(
  './browser/standalone.js',
  import.meta.resolve('@scalar/api-reference'),
)

/** What the published package carries ready-made: the reference's renderer, and the page's script. */
export async function makeFile(name: string): Promise<Buffer | string> {
  if (name === 'scalar.js.gz') return gzipSync(await readFile(scalarBundleUrl))
  const { build } = await import('rolldown')
  const input = fileURLToPath(new URL('./client/main.ts', import.meta.url))
  const { output } = await build({ input, platform: 'browser', write: false })
  return output[0].code
}
