import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const source = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url))
const clientFolder = fileURLToPath(new URL('../../client/src', import.meta.url))
const clientTests = globSync('**/*.test.ts', { cwd: clientFolder }).toSorted()

/** One file out of an entry of `src`, with the harness in the place of Vitest. */
export async function bundle(entry: string, file: string): Promise<string> {
  const build = await rolldown({
    input: source(entry),
    platform: 'neutral',
    // Tests are nothing but side effects, which the client's package.json says there are none of.
    treeshake: false,
    plugins: [
      {
        name: 'client-tests',
        transform: { filter: { id: /runtime-tests\/src\/suite\.ts$/ }, handler: importClientTests },
      },
    ],
    resolve: { alias: { vitest: source('harness.ts') }, mainFields: ['module', 'main'] },
  })
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return file
}

function importClientTests(suite: string): string {
  const imports = clientTests.map((file) => `import ${JSON.stringify(join(clientFolder, file))}\n`)
  return imports.join('') + suite
}
