import { fileURLToPath } from 'node:url'

/** Where the workspace has the reference's renderer; the published package carries it itself. */
export const scalarBundleUrl: URL = new URL(
  './browser/standalone.js',
  import.meta.resolve('@scalar/api-reference'),
)

/** The page's script, which the published package carries ready-made. */
export async function bundleScript(main: URL): Promise<string> {
  const { build } = await import('rolldown')
  const { output } = await build({ input: fileURLToPath(main), platform: 'browser', write: false })
  return output[0].code
}
