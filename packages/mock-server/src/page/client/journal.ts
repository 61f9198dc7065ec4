import type { JournalEntry } from '../../journal/JournalEntry.ts'
import { byId } from './element.ts'
import { createJournalItem, describeOutcome } from './journalItem.ts'
import { ControlRefused, get, post, say } from './mockControl.ts'
import { getTexts, onPreferences } from './preferences.ts'
import { fill } from './texts.ts'

/** So many are shown; the mock itself keeps more. */
const mostShown = 200
/** How long one request to the mock waits for news, in milliseconds. */
const patience = 20_000
const pauseAfterFailure = 2000

let entries: JournalEntry[] = []
let news = new AbortController()

/** Shows the journal and keeps it up to date for as long as the page is open. */
export async function startJournal(onNews: () => void): Promise<never> {
  for (const id of ['journal-operation', 'journal-wrong']) {
    byId(id).addEventListener('change', render)
  }
  onPreferences(render)
  for (;;) {
    try {
      if (await waitForNews()) {
        await addNews()
        onNews()
      } else await reloadJournal()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseAfterFailure))
    }
  }
}

/** The whole journal again. */
export async function reloadJournal(): Promise<void> {
  entries = await get<JournalEntry[]>('requests')
  news.abort()
  render()
}

/** Whether there are more entries; if not, all of them may be others. */
async function waitForNews(): Promise<boolean> {
  news = new AbortController()
  const after = entries.at(-1)?.number ?? 0
  try {
    const { number } = await post<JournalEntry>(
      'waitFor',
      { after, timeout: patience },
      news.signal,
    )
    // After a reset the mock counts from 1.
    return number > after
  } catch (error) {
    if (error instanceof ControlRefused && error.status === 404) return false
    if (news.signal.aborted) return true
    throw error
  }
}

async function addNews(): Promise<void> {
  const after = entries.at(-1)?.number ?? 0
  const fresh = await get<JournalEntry[]>('requests', { after: String(after) })
  entries = [...entries, ...fresh].slice(-mostShown)
  const shown = fresh.filter(isWanted)
  byId('journal').prepend(...shown.map(createJournalItem).reverse())
  trim()
  const latest = fresh.at(-1)
  if (!latest) return
  const what = latest.operation ?? latest.path
  say(fill(getTexts().answered, { what, response: describeOutcome(latest) }))
}

function render(): void {
  byId('journal').replaceChildren(...entries.filter(isWanted).map(createJournalItem).reverse())
  trim()
}

function trim(): void {
  const list = byId('journal')
  while (list.children.length > mostShown) list.lastElementChild?.remove()
  byId('journal-empty').hidden = list.children.length > 0
}

function isWanted(entry: JournalEntry): boolean {
  const operation = byId<HTMLSelectElement>('journal-operation').value
  const onlyWrong = byId<HTMLInputElement>('journal-wrong').checked
  if (operation !== '' && entry.operation !== operation) return false
  return !onlyWrong || !entry.verdict.valid || describeOutcome(entry) !== '200 · errcode 0'
}
