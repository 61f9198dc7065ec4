import { type Stats, unwatchFile, watchFile } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Corps } from './Corps.ts'
import { MockSetupError } from './errors.ts'
import type { Settings } from './options.ts'
import { loadSpec } from './spec/loadSpec.ts'
import type { Sources } from './World.ts'

/**
 * Reads the files that a server is made from.
 *
 * @throws {MockSetupError} naming the file, the place in it and what is wrong.
 */
export async function loadSources(
  settings: Pick<Settings, 'spec' | 'fixtures'>,
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

/** Reloads the corps when one of their files changes, until they are stopped. */
export function watchSources(corps: Corps): void {
  const { spec, settings } = corps.own
  const { signal } = corps.stopping
  const { fixtures, onReload } = settings
  let latest = Promise.resolve()
  for (const path of [spec.path, fixtures]) {
    if (path === undefined) continue
    const changed = (seen: Stats): void => {
      latest = latest.then(() => reloadOnceWritten(path, seen))
    }
    watchFile(path, { interval, persistent: false }, changed)
    signal.addEventListener('abort', () => unwatchFile(path, changed))
  }

  /** A look may fall into the middle of writing; the next one then sees another change. */
  async function reloadOnceWritten(path: string, seen: Stats): Promise<void> {
    await pause(interval)
    if (signal.aborted) return
    const now = await stat(path).catch(() => undefined)
    const { mtimeMs = 0, size = 0 } = now ?? {}
    if (mtimeMs === seen.mtimeMs && size === seen.size) await reload(path)
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
