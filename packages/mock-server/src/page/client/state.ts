import type { Changes } from '../../control/Changes.ts'
import { type Language, type Texts, textsIn } from './texts.ts'

export const tabs = ['control', 'data', 'reference'] as const
export type Tab = (typeof tabs)[number]
export type Theme = 'auto' | 'light' | 'dark'

/** All that the page shows; what the mock tells is as it came. */
export interface State extends Required<Omit<Changes, 'server'>> {
  server: Changes['server']
  isReachable: boolean
  language: Language
  theme: Theme
  tab: Tab
  /** What the latest action led to, beside where it was asked for. */
  notice: { place: string; text: string; isBad: boolean }
  /** Which `details` are open. */
  open: ReadonlySet<string>
}

/** So many requests are shown; the mock itself keeps more. */
const mostRequests = 200

const { searchParams } = new URL(location.href)
const asked = searchParams.get('show')
/** Whom the page is about; without one it is the server's own corp. */
const corpId = searchParams.get('corpId')

export const state: State = {
  ...{ epoch: '', requests: [], scenarios: [], faults: [], data: 0, server: undefined },
  isReachable: true,
  language: (recall('language') ?? navigator.language).startsWith('zh') ? 'zh' : 'en',
  theme: (recall('theme') ?? 'auto') as Theme,
  tab: tabs.find((tab) => tab === asked) ?? 'control',
  notice: { place: '', text: '', isBad: false },
  open: new Set(),
}

const listeners: (() => void)[] = []

/** Calls the listener whenever something has changed. */
export function onUpdate(listener: () => void): void {
  listeners.push(listener)
}

export function update(changed: Partial<State>): void {
  Object.assign(state, changed)
  for (const listener of listeners) listener()
}

const texts = { en: textsIn('en'), zh: textsIn('zh') }

/** The page's texts in the chosen language. */
export function getTexts(): Texts {
  return texts[state.language]
}

/** Follows the mock for as long as the page is looked at: a browser opens six connections at most. */
export function follow(): void {
  let source: EventSource | undefined
  const connect = (): void => {
    source?.close()
    if (document.hidden) return
    const opened = new EventSource(locate('events'))
    source = opened
    opened.addEventListener('open', () => update({ isReachable: true, epoch: '' }))
    opened.addEventListener('message', ({ data }) => take(JSON.parse(data)))
    opened.addEventListener('error', () => {
      update({ isReachable: false })
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
export async function get<T>(name: string, query: Record<string, string> = {}): Promise<T> {
  const response = await fetch(locate(name, query))
  const body = await response.json()
  if (!response.ok) throw new Error(body.error)
  return body
}

/** Tells the mock to do something, and says beside `place` that it did, or in its own words why not. */
export async function post(
  name: string,
  fields: object,
  { place, done }: { place: string; done: string },
): Promise<void> {
  try {
    const init = { method: 'POST', body: JSON.stringify(fields) }
    const response = await fetch(locate(name), init)
    const text = response.ok ? done : (await response.json()).error
    update({ notice: { place, text, isBad: !response.ok } })
  } catch {
    update({ notice: { place, text: getTexts().unreachable, isBad: true } })
  }
}

export function choose(choice: { language: Language } | { theme: Theme }): void {
  for (const [name, value] of Object.entries(choice)) remember(name, value)
  update(choice)
}

export function showTab(tab: Tab): void {
  const address = new URL(location.href)
  address.searchParams.set('show', tab)
  history.replaceState(history.state, '', address)
  update({ tab })
}

export function setOpen(key: string, isOpen: boolean): void {
  const open = new Set(state.open)
  if (isOpen) open.add(key)
  else open.delete(key)
  update({ open })
}

/** What somebody chose before; a browser may keep nothing, and then nothing is lost. */
function recall(name: string): string | null {
  try {
    return localStorage.getItem(`wecom-meeting-mock-${name}`)
  } catch {
    return null
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`wecom-meeting-mock-${name}`, value)
  } catch {
    // Not kept, then.
  }
}
