import { html, nothing, type TemplateResult } from 'lit-html'
import { get, state, update } from './state.ts'
import { words } from './texts.ts'
import { viewDetails, viewJson } from './view.ts'

interface Entry {
  meetingid: string
  meeting_code: string
  title?: string
  subject?: string
}

const lists: { meetings: Entry[]; webinars: Entry[] } = { meetings: [], webinars: [] }
/** By meetingid; none where enrollment is not switched on. */
let enrollments: Record<string, unknown[] | undefined> = {}
let shown = ''

/** Loads what the panel shows, again whenever the data or what is open is another. */
export function showData(): void {
  const opened = lists.webinars.filter(({ meetingid }) => state.open.has(`webinars ${meetingid}`))
  const wanted = [state.epoch, state.data, ...opened.map(({ meetingid }) => meetingid)].join(' ')
  if (wanted === shown) return
  shown = wanted
  void load(opened).then(
    () => update({}),
    () => undefined,
  )
}

async function load(opened: readonly Entry[]): Promise<void> {
  lists.meetings = await get('meetings')
  lists.webinars = await get('webinars')
  const found = opened.map(async ({ meetingid }) => {
    const list = get<unknown[]>('enrollments', { meetingid }).catch(() => undefined)
    return [meetingid, await list] as const
  })
  enrollments = Object.fromEntries(await Promise.all(found))
}

export function viewData(): TemplateResult[] {
  return (['webinars', 'meetings'] as const).map(
    (kind) => html`<section><h2>${words[kind]}</h2>
      <ul id=${kind}>${lists[kind].map((entry) => viewEntry(kind, entry))}</ul></section>`,
  )
}

function viewEntry(kind: keyof typeof lists, entry: Entry): TemplateResult {
  const { meetingid, meeting_code, title = entry.subject ?? '' } = entry
  const summary = html`<strong>${title}</strong> <code>${meetingid}</code> <code>${meeting_code}</code>`
  return viewDetails(`${kind} ${meetingid}`, summary, () => [
    viewJson(entry, title),
    kind === 'webinars' ? viewEnrollments(enrollments[meetingid]) : nothing,
  ])
}

function viewEnrollments(list: unknown[] | undefined): TemplateResult {
  if (!list) return html`<p><small>${words.enrollmentOff}</small></p>`
  const caption = `${words.enrollments}: ${list.length}`
  return html`<h3>${caption}</h3>${viewJson(list, caption)}`
}
