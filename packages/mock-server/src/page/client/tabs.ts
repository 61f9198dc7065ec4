import { byId } from './element.ts'

/** Tabs as the ARIA pattern has them: arrow keys, Home and End move, and the address remembers. */
export function startTabs(onShow: (panel: string) => void): void {
  const tabs = [...byId('tabs').querySelectorAll<HTMLButtonElement>('[role=tab]')]
  const panelOf = (tab: HTMLButtonElement) => tab.getAttribute('aria-controls') ?? ''

  function show(wanted: HTMLButtonElement): void {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === wanted))
      tab.tabIndex = tab === wanted ? 0 : -1
      byId(panelOf(tab)).hidden = tab !== wanted
    }
    const address = new URL(location.href)
    address.searchParams.set('show', panelOf(wanted))
    history.replaceState(history.state, '', address)
    onShow(panelOf(wanted))
  }

  const moves: Record<string, (index: number) => number> = {
    ArrowRight: (index) => index + 1,
    ArrowLeft: (index) => index - 1,
    Home: () => 0,
    End: () => -1,
  }
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => show(tab))
    tab.addEventListener('keydown', (event) => {
      const next = tabs.at((moves[event.key]?.(index) ?? Number.NaN) % tabs.length)
      if (!moves[event.key] || !next) return
      event.preventDefault()
      next.focus()
      show(next)
    })
  }
  const asked = new URL(location.href).searchParams.get('show')
  const first = tabs.find((tab) => panelOf(tab) === asked) ?? tabs[0]
  if (first) show(first)
}
