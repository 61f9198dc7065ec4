import { type Stats, unwatchFile, watchFile } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { MockSetupError } from './errors/MockSetupError.ts'
import { loadSources } from './loadSources.ts'
import type { MockState } from './MockState.ts'
import type { Settings } from './options.ts'

/** Milliseconds between two looks. Looking works for every editor, also those that replace the file. */
const interval = 200

/** Reloads the state when one of its files changes, until the signal. */
export function watchSources(state: MockState, settings: Settings, signal: AbortSignal): void {
  const { fixtures, onReload } = settings
  let latest = Promise.resolve()
  for (const path of [state.spec.path, fixtures]) {
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
      state.reload(await loadSources(settings, { changed: true }))
      onReload(`took up ${path}`)
    } catch (error) {
      const problem = error instanceof MockSetupError ? error.message : String(error)
      onReload(`${path} changed and is not taken up: ${problem}`)
    }
  }
}
