import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient as generate } from '@hey-api/openapi-ts'
import { specPath } from '@wecom-meeting/spec'
import { rolldown } from 'rolldown'

const entry = fileURLToPath(new URL('../app.js', import.meta.url))

/** Bundles and minifies a program with everything that it imports, as a browser would get it. */
export async function bundleApp(code: string): Promise<string> {
  const app = {
    name: 'app',
    resolveId: (id: string) => (id === entry ? id : null),
    load: (id: string) => (id === entry ? code : null),
  }
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [app],
  })
  const { output } = await bundle.generate({ minify: true, format: 'esm', codeSplitting: false })
  await bundle.close()
  return output[0].code
}

/** The folder of a client that @hey-api/openapi-ts generates from the spec, anew for each run. */
export async function generateHeyApiClient(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  await generate({ input: specPath, output: join(folder, 'sdk'), logs: { level: 'silent' } })
  return join(folder, 'sdk')
}
