import { html, nothing, render, type TemplateResult } from 'lit-html'
import { viewControl } from './control.ts'
import { showData, viewData } from './data.ts'
import { describeOutcome, viewJournal } from './journal.ts'
import { renewToken, showReference } from './reference.ts'
import { follow, recall, showTab, state, tabs, update } from './state.ts'
import { fill, words } from './texts.ts'
import { viewOptions } from './view.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

function viewPage(): TemplateResult {
  const { server, tab } = state
  const themes = { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark }
  return html`
    <a class="unseen" href="#content">${words.skip}</a>
    <header>
      <div class="row">
        <h1>${words.name}</h1>
        ${viewChoice('language', { en: 'English', zh: '中文' })}
        ${viewChoice('theme', themes)}
      </div>
      <p><small>${server && fill(words.server, { ...server, secret: server.corpSecret })}</small></p>
      <nav>
        ${tabs.map((name) => html`<button type="button" aria-current=${tab === name ? 'page' : nothing} @click=${() => showTab(name)}>${words[name]}</button>`)}
      </nav>
    </header>
    <p id="problem" class="bad" role="alert">${state.problem}</p>
    <p class="unseen" role="status">${describeNews()}</p>
    <main id="content" tabindex="-1">
      <div id="control" class="panel" ?hidden=${tab !== 'control'}>${viewControl()} ${viewJournal()}</div>
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

/** A choice that is kept. */
function viewChoice(name: 'language' | 'theme', texts: Record<string, string>): TemplateResult {
  const choose = ({ target: { value } }: { target: HTMLSelectElement }) => {
    recall(name, value)
    update({ [name]: value })
  }
  return html`<select id=${name} aria-label=${words[name]} @change=${choose}>${viewOptions(texts, state[name])}</select>`
}

/** The latest request in words, for who cannot see the journal. */
function describeNews(): string {
  const latest = state.requests.at(-1)
  if (!latest) return ''
  const what = latest.operation ?? latest.path
  return fill(words.responded, { what, response: describeOutcome(latest) })
}

function show(): void {
  const { documentElement: root } = document
  const isDark = state.theme === 'auto' ? dark.matches : state.theme === 'dark'
  root.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  root.style.colorScheme = isDark ? 'dark' : 'light'
  document.title = words.name
  render(viewPage(), document.body)
  if (state.tab === 'data') showData()
  if (state.tab === 'reference') showReference(isDark)
}

/** The spec's operations, for those who choose among them. */
async function loadOperations(): Promise<void> {
  const { paths } = await (await fetch('/__page/openapi.en.json')).json()
  const described = Object.values<Record<string, { operationId: string }>>(paths)
  update({ operations: described.flatMap(Object.values).map(({ operationId }) => operationId) })
}

addEventListener('update', show)
dark.addEventListener('change', show)
follow()
void loadOperations()
update({})
