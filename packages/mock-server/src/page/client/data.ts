import { byId, createElement, createJsonBlock } from './element.ts'
import { get } from './mockControl.ts'
import { getTexts, onPreferences } from './preferences.ts'

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
  ;[meetings, webinars] = await Promise.all([get<Entry[]>('meetings'), get<Entry[]>('webinars')])
  render()
}

function render(): void {
  byId('meetings').replaceChildren(...meetings.map((meeting) => createEntry(meeting)))
  byId('webinars').replaceChildren(...webinars.map((webinar) => createEntry(webinar, enrollments)))
}

function createEntry(entry: Entry, more?: (meetingid: string) => HTMLElement): HTMLElement {
  const title = entry.title ?? entry.subject ?? ''
  const details = createElement(
    'details',
    {},
    createElement(
      'summary',
      {},
      createElement('span', { className: 'what' }, title),
      createElement('code', {}, entry.meetingid),
      createElement('code', { className: 'quiet' }, entry.meeting_code),
    ),
  )
  const opened = () =>
    details.append(
      createElement(
        'div',
        { className: 'opened' },
        more?.(entry.meetingid),
        createJsonBlock(entry, title),
      ),
    )
  details.addEventListener('toggle', opened, { once: true })
  return createElement('li', {}, details)
}

function enrollments(meetingid: string): HTMLElement {
  const button = createElement('button', { type: 'button' }, getTexts().showEnrollments)
  const place = createElement('div', {}, button)
  button.addEventListener('click', async () => {
    try {
      const list = await get<unknown[]>('enrollments', { meetingid })
      const caption = `${getTexts().enrollments}: ${list.length}`
      const block = createJsonBlock(list, caption)
      place.replaceChildren(createElement('h3', {}, caption), block)
      block.focus()
    } catch {
      place.replaceChildren(createElement('p', { className: 'quiet' }, getTexts().enrollmentOff))
    }
  })
  return place
}
