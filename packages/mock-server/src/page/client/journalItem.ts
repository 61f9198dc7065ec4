import type { JournalEntry } from '../../journal/JournalEntry.ts'
import { element, jsonBlock } from './element.ts'
import { currentLanguage, text } from './preferences.ts'

/** One request of the journal: a line that opens. */
export function journalItem(entry: JournalEntry): HTMLElement {
  const { verdict, fault } = entry
  const mark = element(
    'span',
    { className: verdict.valid ? 'mark good' : 'mark bad', title: verdictText(entry) },
    verdict.valid ? '✓' : '✗',
  )
  mark.setAttribute('role', 'img')
  mark.setAttribute('aria-label', verdictText(entry))
  const outcome = outcomeOf(entry)
  const isGood = outcome === '200 · errcode 0'
  const summary = element(
    'summary',
    {},
    element('span', { className: 'number' }, String(entry.number)),
    mark,
    element(
      'span',
      { className: 'what' },
      entry.operation ?? (entry.method ? `${entry.method} ${entry.path}` : '?'),
    ),
    fault && element('span', { className: 'tag' }, text().fault),
    element('span', { className: isGood ? 'outcome' : 'outcome bad' }, outcome),
    element('span', { className: 'quiet duration' }, `${Math.round(entry.duration)} ms`),
    element('time', { dateTime: entry.time, className: 'quiet' }, clockTime(entry.time)),
  )
  const details = element('details', {}, summary)
  // Two hundred responses of fifty enrollments each are made readable only when somebody looks.
  details.addEventListener('toggle', () => details.append(body(entry)), { once: true })
  return element('li', {}, details)
}

/** HTTP status and errcode; WeCom leaves the errcode out of some responses that succeed. */
export function outcomeOf({ status, answer }: JournalEntry): string {
  if (status === 0) return text().dropped
  const errcode = answer ? ` · errcode ${answer.errcode ?? 0}` : ''
  return `${status}${errcode}`
}

function body(entry: JournalEntry): HTMLElement {
  const { method, path, query, bodyText, answer, verdict, fault } = entry
  const words = text()
  const sent = [
    `${method} ${path}`,
    ...Object.entries(query).map(([name, value]) => `  ${name} = ${value}`),
  ]
  return element(
    'div',
    { className: 'opened' },
    verdict.reasons.length > 0 && heading(words.reasons),
    verdict.reasons.length > 0 &&
      element('ul', {}, ...verdict.reasons.map((reason) => element('li', {}, reason))),
    fault && heading(words.fault),
    fault && jsonBlock(fault, words.fault),
    heading(words.request),
    jsonBlock([...sent, '', readable(bodyText) ?? `(${words.noBody})`].join('\n'), words.request),
    heading(words.answer),
    jsonBlock(answer ?? outcomeOf(entry), words.answer),
  )
}

function readable(bodyText: string | undefined): string | undefined {
  if (bodyText === undefined) return undefined
  try {
    return JSON.stringify(JSON.parse(bodyText), null, 2)
  } catch {
    return bodyText
  }
}

function heading(words: string): HTMLElement {
  return element('h3', {}, words)
}

function verdictText({ verdict }: JournalEntry): string {
  return verdict.valid ? text().valid : text().invalid
}

function clockTime(time: string): string {
  return new Date(time).toLocaleTimeString(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB')
}
