import { unwatchFile, watchFile } from 'node:fs'
import type { Corps } from './Corps.ts'
import { MockSetupError } from './errors.ts'
import type { MockServerSettings } from './options.ts'
import { loadSpec } from './spec/loadSpec.ts'
import type { Sources } from './World.ts'

/**
 * Reads the files that a server is made from.
 *
 * @throws {MockSetupError} naming the file, the place in it and what is wrong.
 */
export async function loadSources(
  settings: Pick<MockServerSettings, 'spec' | 'fixtures'>,
  changed = false,
): Promise<Sources> {
  const spec = await loadSpec(settings.spec, changed)
  if (settings.fixtures === undefined) return { spec, addFixtures: () => undefined }
  // Reading YAML costs every start that has no fixtures 40 ms.
  const { readFixtures } = await import('./data/addFixtures.ts')
  return { spec, addFixtures: readFixtures(settings.fixtures) }
}

/** Milliseconds between two looks. Looking works for every editor, also those that replace the file. */
const interval = 200

/** Reloads the corps when one of their files has changed, until the signal ends it. */
export function watchSources(corps: Corps, signal: AbortSignal): void {
  const { spec, settings } = corps.own
  const { fixtures, onReload } = settings
  let latest = Promise.resolve()
  for (const path of [spec.path, fixtures]) {
    if (path === undefined) continue
    let timer: NodeJS.Timeout | undefined
    const changed = (): void => {
      // A look may fall into the middle of writing; the next one then sees another change.
      clearTimeout(timer)
      timer = setTimeout(() => {
        latest = latest.then(() => reload(path))
      }, 1.5 * interval)
    }
    watchFile(path, { interval, persistent: false }, changed)
    signal.addEventListener('abort', () => {
      unwatchFile(path, changed)
      clearTimeout(timer)
    })
  }

  async function reload(path: string): Promise<void> {
    try {
      corps.reload(await loadSources(settings, true))
      onReload(`took up ${path}`)
    } catch (error) {
      const problem = error instanceof MockSetupError ? error.message : String(error)
      onReload(`${path} changed and is not taken up: ${problem}`)
    }
  }
}
