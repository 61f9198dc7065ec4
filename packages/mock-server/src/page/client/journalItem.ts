import type { JournalEntry } from '../../journal/JournalEntry.ts'
import { createElement, createJsonBlock } from './element.ts'
import { currentLanguage, getTexts } from './preferences.ts'

/** One request of the journal: a line that opens. */
export function createJournalItem(entry: JournalEntry): HTMLElement {
  const { verdict, fault } = entry
  const mark = createElement(
    'span',
    { className: verdict.valid ? 'mark good' : 'mark bad', title: describeVerdict(entry) },
    verdict.valid ? '✓' : '✗',
  )
  mark.setAttribute('role', 'img')
  mark.setAttribute('aria-label', describeVerdict(entry))
  const outcome = describeOutcome(entry)
  const isGood = outcome === '200 · errcode 0'
  const summary = createElement(
    'summary',
    {},
    createElement('span', { className: 'number' }, String(entry.number)),
    mark,
    createElement(
      'span',
      { className: 'what' },
      entry.operation ?? (entry.method ? `${entry.method} ${entry.path}` : '?'),
    ),
    fault && createElement('span', { className: 'tag' }, getTexts().fault),
    createElement('span', { className: isGood ? 'outcome' : 'outcome bad' }, outcome),
    createElement('span', { className: 'quiet duration' }, `${Math.round(entry.duration)} ms`),
    createElement('time', { dateTime: entry.time, className: 'quiet' }, formatTime(entry.time)),
  )
  const details = createElement('details', {}, summary)
  // Two hundred responses of fifty enrollments each are made readable only when somebody looks.
  details.addEventListener('toggle', () => details.append(body(entry)), { once: true })
  return createElement('li', {}, details)
}

/** HTTP status and errcode; WeCom leaves the errcode out of some responses that succeed. */
export function describeOutcome({ status, answer }: JournalEntry): string {
  if (status === 0) return getTexts().dropped
  const errcode = answer ? ` · errcode ${answer.errcode ?? 0}` : ''
  return `${status}${errcode}`
}

function body(entry: JournalEntry): HTMLElement {
  const { method, path, query, bodyText, answer, verdict, fault } = entry
  const words = getTexts()
  const sent = [
    `${method} ${path}`,
    ...Object.entries(query).map(([name, value]) => `  ${name} = ${value}`),
  ]
  return createElement(
    'div',
    { className: 'opened' },
    verdict.reasons.length > 0 && createHeading(words.reasons),
    verdict.reasons.length > 0 &&
      createElement('ul', {}, ...verdict.reasons.map((reason) => createElement('li', {}, reason))),
    fault && createHeading(words.fault),
    fault && createJsonBlock(fault, words.fault),
    createHeading(words.request),
    createJsonBlock(
      [...sent, '', formatBody(bodyText) ?? `(${words.noBody})`].join('\n'),
      words.request,
    ),
    createHeading(words.answer),
    createJsonBlock(answer ?? describeOutcome(entry), words.answer),
  )
}

function formatBody(bodyText: string | undefined): string | undefined {
  if (bodyText === undefined) return undefined
  try {
    return JSON.stringify(JSON.parse(bodyText), null, 2)
  } catch {
    return bodyText
  }
}

function createHeading(words: string): HTMLElement {
  return createElement('h3', {}, words)
}

function describeVerdict({ verdict }: JournalEntry): string {
  return verdict.valid ? getTexts().valid : getTexts().invalid
}

function formatTime(time: string): string {
  return new Date(time).toLocaleTimeString(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB')
}
