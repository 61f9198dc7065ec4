import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const source = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url))

/** One file out of an entry of `src`, with the harness in the place of Vitest. */
export async function bundle(entry: string, file: string): Promise<string> {
  const build = await rolldown({
    input: source(entry),
    platform: 'neutral',
    // Tests are nothing but side effects, which the client's package.json says there are none of.
    treeshake: false,
    resolve: { alias: { vitest: source('harness.ts') }, mainFields: ['module', 'main'] },
  })
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return file
}
