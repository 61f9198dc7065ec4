import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ENTRY = 'virtual:app'

/** Bundles and minifies an app as a browser would get it, everything it imports included. */
export async function bundleApp(code: string): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'app',
        resolveId: (id) =>
          id === ENTRY ? fileURLToPath(new URL('../../app.js', import.meta.url)) : null,
        load: (id) => (id.endsWith('/bench/app.js') ? code : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true, format: 'esm', codeSplitting: false })
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')
}
