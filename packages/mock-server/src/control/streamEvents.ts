import type { ServerResponse } from 'node:http'
import packageJson from '../../package.json' with { type: 'json' }
import type { MockCorp } from '../MockServer.ts'
import type { World } from '../World.ts'
import type { Changes, ServerFacts } from './Changes.ts'

/** How often a stream looks for changes, in milliseconds: a burst of requests is one message. */
const interval = 100
/** What a new reader gets of the journal, and at most of a burst. */
const mostRequests = 200

/**
 * Sends what changes as server-sent events, until the reader ends it or the corp is served no longer. It compares what is
 * with what it has sent, so that no change can be forgotten, whoever made it.
 */
export function streamEvents(world: World, response: ServerResponse): void {
  const { corp } = world
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 1000\n\n')
  const sent = new Map<string, string>()
  const seen: { epoch?: string; added: number; data?: object; revision?: number } = { added: 0 }
  let data = 0

  function update(): void {
    // A reader that is slower than the changes gets fewer, larger messages.
    if (response.writableNeedDrain) return
    const { journal } = world
    if (seen.data !== world.data || seen.revision !== world.data.revision) data += 1
    if (seen.epoch !== journal.epoch) seen.added = 0
    const { scenarios, faults } = corp
    const parts = Object.entries({ server: readFacts(corp), scenarios, faults, data })
    const changed = parts.filter(([name, part]) => sent.get(name) !== JSON.stringify(part))
    const isNews = seen.epoch !== journal.epoch || journal.added > seen.added
    const count = Math.min(journal.added - seen.added, mostRequests)
    Object.assign(seen, { epoch: journal.epoch, added: journal.added })
    Object.assign(seen, { data: world.data, revision: world.data.revision })
    if (changed.length === 0 && !isNews) return
    for (const [name, part] of changed) sent.set(name, JSON.stringify(part))
    const changes: Changes = { epoch: journal.epoch, ...Object.fromEntries(changed) }
    if (isNews) changes.requests = journal.latest(count)
    response.write(`data: ${JSON.stringify(changes)}\n\n`)
  }

  update()
  const timer = setInterval(update, interval).unref()
  const { signal } = world.closing
  const stop = (): void => {
    clearInterval(timer)
    // The corp outlives its readers.
    signal.removeEventListener('abort', stop)
    response.end()
  }
  response.once('close', stop)
  signal.addEventListener('abort', stop)
}

export function readFacts({ url, certificate, corpId, corpSecret }: MockCorp): ServerFacts {
  return { version: packageJson.version, url, certificate, corpId, corpSecret }
}
