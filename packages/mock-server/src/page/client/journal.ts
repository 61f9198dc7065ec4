import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { JournalEntry } from '../../journal/JournalEntry.ts'
import { state, update } from './state.ts'
import { words } from './texts.ts'
import { viewDetails, viewJson, viewOperations } from './view.ts'

const wanted = { operation: '', onlyWrong: false }

export function viewJournal(): TemplateResult {
  const entries = state.requests.filter(isWanted).toReversed()
  const filter = (changed: Partial<typeof wanted>) => {
    Object.assign(wanted, changed)
    update({})
  }
  return html`<section aria-labelledby="journal-title">
    <div class="row">
      <h2 id="journal-title">${words.journal}</h2>
      <label>${words.faultOperation}
        <select @change=${({ target }: { target: HTMLSelectElement }) => filter({ operation: target.value })}>${viewOperations()}</select></label>
      <label><input type="checkbox" @change=${({ target }: { target: HTMLInputElement }) => filter({ onlyWrong: target.checked })}>${words.onlyWrong}</label>
    </div>
    ${entries.length === 0 ? html`<p><small>${words.journalEmpty}</small></p>` : nothing}
    <ol id="journal">
      ${repeat(entries, ({ number }) => `${state.epoch} ${number}`, viewEntry)}
    </ol>
  </section>`
}

function isWanted(entry: JournalEntry): boolean {
  if (wanted.operation !== '' && entry.operation !== wanted.operation) return false
  return !wanted.onlyWrong || !entry.verdict.valid || !isGood(entry)
}

function isGood({ status, response }: JournalEntry): boolean {
  return status === 200 && response !== undefined && (response.errcode ?? 0) === 0
}

/** HTTP status and errcode; WeCom leaves the errcode out of some responses that succeed. */
export function describeOutcome({ status, response }: JournalEntry): string {
  if (status === 0) return words.dropped
  if (!response) return String(status)
  const { errcode } = response
  return `${status} · ${errcode === undefined ? words.noErrcode : `errcode ${errcode}`}`
}

function viewEntry(entry: JournalEntry): TemplateResult {
  const { number, operation, method, path, verdict, fault, time } = entry
  const title = verdict.valid ? words.valid : words.invalid
  const clock = new Date(time).toLocaleTimeString(state.language === 'zh' ? 'zh-CN' : 'en-GB')
  const summary = html`
    <small>${number}</small>
    <span class=${verdict.valid ? 'good' : 'bad'} role="img" title=${title} aria-label=${title}>${verdict.valid ? '✓' : '✗'}</span>
    <strong>${operation ?? `${method} ${path}`}</strong>
    ${fault ? html`<mark>${words.fault}</mark>` : nothing}
    <span class=${isGood(entry) ? '' : 'bad'}>${describeOutcome(entry)}</span>
    <small>${Math.round(entry.duration)} ms</small>
    <small><time datetime=${time}>${clock}</time></small>`
  return viewDetails(`request ${state.epoch} ${number}`, summary, () => viewExchange(entry))
}

function viewExchange(entry: JournalEntry): TemplateResult {
  const { method, path, query, headers, bodyText, body, response, verdict, fault } = entry
  const list = (fields: object) =>
    Object.entries(fields).map(([name, value]) => `  ${name}: ${value}\n`)
  const shown = body === undefined ? bodyText : JSON.stringify(body, null, 2)
  const head = [`${method} ${path}\n`, ...list(query), '\n', ...list(headers), '\n'].join('')
  const sent = head + (shown ?? `(${words.noBody})`)
  return html`
    ${verdict.reasons.length > 0 ? html`<h3>${words.reasons}</h3><ul>${verdict.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
    ${fault ? html`<h3>${words.fault}</h3>${viewJson(fault, words.fault)}` : nothing}
    <h3>${words.request}</h3>${viewJson(sent, words.request)}
    <h3>${words.response}</h3>${viewJson(response ?? describeOutcome(entry), words.response)}`
}
