import { byId, element, jsonBlock } from './element.ts'
import { ask } from './mockControl.ts'
import { onPreferences, text } from './preferences.ts'

interface Entry {
  meetingid: string
  meeting_code: string
  title?: string
  subject?: string
}

let meetings: Entry[] = []
let webinars: Entry[] = []

export function startData(): void {
  onPreferences(render)
}

export async function refreshData(): Promise<void> {
  ;[meetings, webinars] = await Promise.all([ask<Entry[]>('meetings'), ask<Entry[]>('webinars')])
  render()
}

function render(): void {
  byId('meetings').replaceChildren(...meetings.map((meeting) => entryItem(meeting)))
  byId('webinars').replaceChildren(...webinars.map((webinar) => entryItem(webinar, enrollments)))
}

function entryItem(entry: Entry, more?: (meetingid: string) => HTMLElement): HTMLElement {
  const title = entry.title ?? entry.subject ?? ''
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { className: 'what' }, title),
      element('code', {}, entry.meetingid),
      element('code', { className: 'quiet' }, entry.meeting_code),
    ),
  )
  const opened = () =>
    details.append(
      element('div', { className: 'opened' }, more?.(entry.meetingid), jsonBlock(entry, title)),
    )
  details.addEventListener('toggle', opened, { once: true })
  return element('li', {}, details)
}

function enrollments(meetingid: string): HTMLElement {
  const button = element('button', { type: 'button' }, text().showEnrollments)
  const place = element('div', {}, button)
  button.addEventListener('click', async () => {
    try {
      const list = await ask<unknown[]>('enrollments', { meetingid })
      const caption = `${text().enrollments}: ${list.length}`
      const block = jsonBlock(list, caption)
      place.replaceChildren(element('h3', {}, caption), block)
      block.focus()
    } catch {
      place.replaceChildren(element('p', { className: 'quiet' }, text().enrollmentOff))
    }
  })
  return place
}
