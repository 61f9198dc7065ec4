import { stripTypeScriptTypes } from 'node:module'

/** TypeScript as a browser takes it. Only the workspace needs it; the published package is built. */
export function strippedTypes(source: string): string {
  return quietly(() => stripTypeScriptTypes(source)).replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'")
}

/** Node warns once that the function is experimental, which nobody who starts the mock can act on. */
function quietly<T>(run: () => T): T {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return run()
  } finally {
    process.emitWarning = emitWarning
  }
}
