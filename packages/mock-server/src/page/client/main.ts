import { html, nothing, render, type TemplateResult } from 'lit-html'
import { viewControl } from './control.ts'
import { showData, viewData } from './data.ts'
import { describeOutcome, viewJournal } from './journal.ts'
import { renewToken, showReference } from './reference.ts'
import {
  choose,
  follow,
  getTexts,
  onUpdate,
  showTab,
  state,
  type Theme,
  tabs,
  update,
} from './state.ts'
import { fill, type Language } from './texts.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

function viewPage(): TemplateResult {
  const words = getTexts()
  const { server, tab } = state
  return html`
    <a class="skip" href="#content">${words.skip}</a>
    <header>
      <h1>${words.name}</h1>
      <label><span class="unseen">${words.language}</span>
        <select id="language" @change=${({ target }: { target: HTMLSelectElement }) => choose({ language: target.value as Language })}>
          ${viewOptions({ en: 'English', zh: '中文' }, state.language)}
        </select></label>
      <label><span class="unseen">${words.theme}</span>
        <select id="theme" @change=${({ target }: { target: HTMLSelectElement }) => choose({ theme: target.value as Theme })}>
          ${viewOptions({ auto: words.themeAuto, light: words.themeLight, dark: words.themeDark }, state.theme)}
        </select></label>
      <p id="server">${server && fill(words.server, { ...server, secret: server.corpSecret })}</p>
      <nav>
        ${tabs.map((name) => html`<button type="button" aria-current=${tab === name ? 'page' : nothing} @click=${() => showTab(name)}>${words[name]}</button>`)}
      </nav>
    </header>
    <p id="unreachable" role="alert">${state.isReachable ? '' : words.unreachable}</p>
    <p class="unseen" id="news" role="status">${describeNews()}</p>
    <main id="content" tabindex="-1">
      <div id="control" class="panel" ?hidden=${tab !== 'control'}>
        <div class="column">${viewControl()}</div>
        ${viewJournal()}
      </div>
      <div id="data" class="panel" ?hidden=${tab !== 'data'}>${viewData()}</div>
      <div id="reference" ?hidden=${tab !== 'reference'}>
        <p class="row">
          <small>${words.tryIt}</small>
          <button type="button" @click=${renewToken}>${words.newToken}</button>
        </p>
        <div id="scalar"></div>
      </div>
    </main>`
}

function viewOptions(names: Record<string, string>, chosen: string): TemplateResult[] {
  return Object.entries(names).map(
    ([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
  )
}

/** The latest request in words, for who cannot see the journal. */
function describeNews(): string {
  const latest = state.requests.at(-1)
  if (!latest) return ''
  const what = latest.operation ?? latest.path
  return fill(getTexts().answered, { what, response: describeOutcome(latest) })
}

function show(): void {
  const { documentElement: root } = document
  const isDark = state.theme === 'auto' ? dark.matches : state.theme === 'dark'
  root.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  root.style.colorScheme = isDark ? 'dark' : 'light'
  document.title = getTexts().name
  render(viewPage(), document.body)
  if (state.tab === 'data') showData()
  if (state.tab === 'reference') showReference(isDark)
}

onUpdate(show)
dark.addEventListener('change', show)
follow()
update({})
