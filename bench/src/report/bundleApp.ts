import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ENTRY = 'virtual:app'

/** A module to leave out, to see what it weighs: what its file is called, and what stands in for it. */
export interface LeftOut {
  file: RegExp
  instead: string
}

/**
 * Bundles and minifies an app as a browser would get it, everything it imports included but
 * `leftOut`.
 */
export async function bundleApp(code: string, leftOut?: LeftOut): Promise<string> {
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
        load: (id) => {
          if (id.endsWith('/bench/app.js')) return code
          return leftOut?.file.test(id) ? leftOut.instead : null
        },
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true, format: 'esm', codeSplitting: false })
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')
}
