import type { Changes } from '../../control/Changes.ts'
import { type PageLanguage, texts, words } from './texts.ts'

export const tabs = ['control', 'data', 'reference'] as const
export type Tab = (typeof tabs)[number]

/** All that the page shows; what the mock tells is as it came. */
export interface State extends Required<Omit<Changes, 'server'>> {
  server: Changes['server']
  /** Why the mock cannot be followed; empty while it is. */
  problem: string
  /** The spec's `operationId`s. */
  operations: readonly string[]
  language: PageLanguage
  theme: 'auto' | 'light' | 'dark'
  tab: Tab
  /** What the latest action led to, beside where it was asked for. */
  notice: { place: string; text: string; isBad: boolean }
  /** Which `details` are open. */
  open: ReadonlySet<string>
}

/** So many requests are shown; the mock itself keeps more. */
const mostRequests = 200

const { searchParams } = new URL(location.href)
/** Whom the page is about; without one it is the server's own corp. */
const corpId = searchParams.get('corpId')

export const state: State = {
  epoch: '',
  requests: [],
  scenarios: [],
  faults: [],
  data: 0,
  server: undefined,
  problem: '',
  operations: [],
  language: (recall('language') ?? navigator.language).startsWith('zh') ? 'zh' : 'en',
  theme: (recall('theme') ?? 'auto') as State['theme'],
  tab: tabs.find((tab) => tab === searchParams.get('show')) ?? 'control',
  notice: { place: '', text: '', isBad: false },
  open: new Set(),
}

/** Changes the state; whoever shows it listens to the window's `update`. */
export function update(changed: Partial<State>): void {
  Object.assign(state, changed)
  Object.assign(words, texts[state.language])
  dispatchEvent(new Event('update'))
}

/** Follows the mock for as long as the page is looked at: a browser opens six connections at most. */
export function follow(): void {
  let source: EventSource | undefined
  const connect = (): void => {
    source?.close()
    if (document.hidden) return
    const opened = new EventSource(locate('events'))
    source = opened
    opened.addEventListener('open', () => update({ problem: '', epoch: '' }))
    opened.addEventListener('message', ({ data }) => take(JSON.parse(data)))
    opened.addEventListener('error', () => {
      // The stream does not say why.
      get('server').catch((error) => update({ problem: describeError(error) }))
      if (opened.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
    })
  }
  document.addEventListener('visibilitychange', connect)
  connect()
}

function take({ requests = [], ...changes }: Changes): void {
  const before = changes.epoch === state.epoch ? state.requests : []
  update({ ...changes, requests: [...before, ...requests].slice(-mostRequests) })
}

function locate(name: string, query: Record<string, string> = {}): string {
  return `/__mock/${name}?${new URLSearchParams({ ...query, ...(corpId && { corpId }) })}`
}

/** What `/__mock/<name>` returns. */
export async function get<T>(
  name: string,
  query: Record<string, string> = {},
  init?: RequestInit,
): Promise<T> {
  const response = await fetch(locate(name, query), init)
  const body = await response.json()
  if (!response.ok) throw new Error(body.error)
  return body
}

/** Tells the mock to do something, and says at `place` that it is `done`, or in its own words why not. */
export function post(name: string, fields: object, place: string, done: string): Promise<void> {
  const say = (text: string, isBad: boolean) => update({ notice: { place, text, isBad } })
  return get(name, {}, { method: 'POST', body: JSON.stringify(fields) }).then(
    () => say(done, false),
    (error) => say(describeError(error), true),
  )
}

/** The mock's own words, where it gave any. */
function describeError({ name, message }: Error): string {
  return name === 'Error' ? message : words.unreachable
}

export function showTab(tab: Tab): void {
  const address = new URL(location.href)
  address.searchParams.set('show', tab)
  history.replaceState(history.state, '', address)
  update({ tab })
}

/** What somebody chose before, or chooses now; a browser may keep nothing, and then nothing is lost. */
export function recall(name: string, chosen?: string): string | null {
  const key = `wecom-meeting-mock-${name}`
  try {
    if (chosen !== undefined) localStorage.setItem(key, chosen)
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
