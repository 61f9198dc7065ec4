import { unwatchFile, watchFile } from 'node:fs'
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
    const changed = (): void => {
      latest = latest.then(() => reload(path))
    }
    watchFile(path, { interval, persistent: false }, changed)
    signal.addEventListener('abort', () => unwatchFile(path, changed))
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
