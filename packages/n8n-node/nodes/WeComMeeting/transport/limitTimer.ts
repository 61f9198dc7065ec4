import { sleep } from 'n8n-workflow'

/** An error already: of any other reason n8n's `sleep` makes one, stack and all, for every call. */
const callHasEnded = new Error('The call has ended.')

/** A timer for the limits of calls, nearly all of which end before it does. */
export async function limitTimer(ms: number, signal?: AbortSignal): Promise<void> {
  const timer = new AbortController()
  signal?.addEventListener('abort', () => timer.abort(callHasEnded), { once: true })
  await sleep(ms, timer.signal)
}
