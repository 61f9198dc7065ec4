import { html, nothing, type TemplateResult } from 'lit-html'
import { post, state, update } from './state.ts'
import { words } from './texts.ts'

/** A line that opens; what is inside is made only then. */
export function viewDetails(key: string, summary: unknown, content: () => unknown): TemplateResult {
  const isOpen = state.open.has(key)
  const toggle = ({ target }: { target: HTMLDetailsElement }) => {
    if (target.open === isOpen) return
    const others = [...state.open].filter((one) => one !== key)
    update({ open: new Set(isOpen ? others : [...others, key]) })
  }
  return html`<li><details .open=${isOpen} @toggle=${toggle}>
    <summary>${summary}</summary>${isOpen ? html`<div class="opened">${content()}</div>` : nothing}
  </details></li>`
}

/** A value as people read JSON; it can be scrolled by keyboard. */
export function viewJson(value: unknown, label: string): TemplateResult {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return html`<pre tabindex="0" role="region" aria-label=${label}>${text}</pre>`
}

/** What the latest action led to, if it was asked for here. */
export function viewNotice(place: string): TemplateResult {
  const { notice } = state
  const isHere = notice.place === place
  return html`<p class=${notice.isBad ? 'bad' : 'good'} role="status">${isHere ? notice.text : ''}</p>`
}

/** Options by their values, as texts. */
export function viewOptions(texts: Record<string, string>, chosen = ''): TemplateResult[] {
  return Object.entries(texts).map(
    ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
  )
}

/** The spec's operations, and that it may be any of them. */
export function viewOperations(): TemplateResult[] {
  const named = state.operations.map((id) => [id, id])
  return viewOptions({ '': words.everyOperation, ...Object.fromEntries(named) })
}

/** Tells the mock to do something without fields of its own. */
export function viewButton(
  label: string,
  name: string,
  place: string,
  done: string,
): TemplateResult {
  return html`<button type="button" @click=${() => post(name, {}, place, done)}>${label}</button>`
}
