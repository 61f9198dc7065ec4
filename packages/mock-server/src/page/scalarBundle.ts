/** Where the workspace has the reference's renderer; the published package carries it itself. */
export const scalarBundleUrl: URL = new URL(
  './browser/standalone.js',
  import.meta.resolve('@scalar/api-reference'),
)
