import type { IDataObject } from 'n8n-workflow'
import { expect, it } from 'vitest'
import { type FakeWeCom, fakeWeCom, refusal } from '../../test/support/fakeWeCom.mts'
import { type WatchedTrigger, watch } from '../../test/support/watch.mts'

/** Every five minutes for thirty days. */
const POLLS = 30 * 24 * 12
const ENROLLMENTS = 5000
const statuses = [1, 2, 3] as const

interface Enrollment {
  enroll_id: string | number
  nick_name: string
  status: unknown
  answer_list: unknown
}

// Half of the people enroll on the last day, so that most polls read a short list: it takes seconds.
it('a month of polls, with faults, odd records and restarts: none lost, none twice', {
  timeout: 120_000,
}, async () => {
  const random = seeded(20_260_314)
  const month = new Month(random)
  await month.activate()
  for (let poll = 1; poll <= POLLS; poll += 1) {
    const due = Math.ceil(ENROLLMENTS * (poll / POLLS) ** 20)
    month.change(due)
    if (random() < 0.004) month.restart()
    await month.poll()
  }
  await month.end()

  expect([...month.lost].slice(0, 20)).toEqual([])
  expect(month.twice.slice(0, 20)).toEqual([])
  // What makes it a month worth the name has happened.
  expect(month.enrolled).toBe(ENROLLMENTS)
  expect(month.told.size).toBeGreaterThan(ENROLLMENTS * 0.99)
  for (const [what, least] of Object.entries({
    failed: 500,
    'cut short': 40,
    restarted: 20,
    overlapping: 50,
    changed: 2000,
    withdrawn: 100,
    odd: 500,
  })) {
    expect(month.counts[what], what).toBeGreaterThan(least)
  }
})

/** A webinar for a month, the trigger that watches it, and an account of what the trigger has told. */
class Month {
  readonly #random: () => number
  readonly #wecom: FakeWeCom = fakeWeCom()
  #watched: WatchedTrigger
  /** The webinar's enrollments, as they truly are. */
  #enrollments: (Enrollment & { status: number })[] = []
  /** Whether the next poll goes on where the last one was cut short. */
  #resumes = false

  enrolled = 0
  /** Enrollment ID → the status that was told last, or was there at the activation. */
  readonly told = new Map<string, number>()
  readonly lost: Set<string> = new Set()
  readonly twice: string[] = []
  readonly counts: Record<string, number> = {}

  constructor(random: () => number) {
    this.#random = random
    this.#wecom.pageSize = 100
    this.#watched = this.#newTrigger()
  }

  #newTrigger(): WatchedTrigger {
    return watch(this.#wecom, {
      webinar: { mode: 'id', value: this.#wecom.meetingid },
      event: 'either',
    })
  }

  async activate(): Promise<void> {
    this.change(40)
    for (const { enroll_id, status } of this.#enrollments) this.told.set(`${enroll_id}`, status)
    this.#wecom.enrollments = [...this.#enrollments]
    expect(await this.#watched.poll()).toEqual([])
  }

  /** People enroll until there have been `due`; some are approved or rejected, some withdraw. */
  change(due: number): void {
    const withdraws = this.#random() < 0.1 && this.#enrollments.length > 50
    if (withdraws) {
      this.#enrollments.splice(Math.floor(this.#random() * this.#enrollments.length), 1)
      this.#count('withdrawn')
    }
    while (this.enrolled < due) {
      this.enrolled += 1
      this.#enrollments.push({
        enroll_id: String(1_386_442 + this.enrolled),
        nick_name: `guest ${this.enrolled}`,
        status: this.#random() < 0.3 ? 3 : 1,
        answer_list: [{ question_title: '公司', question_num: 1, answer_content: ['甲'] }],
      })
    }
    while (this.#random() < 0.4) {
      const changed = this.#one(this.#enrollments)
      if (changed) changed.status = this.#one(statuses) ?? 1
      this.#count('changed')
    }
  }

  /** n8n starts anew with what it has stored. */
  restart(): void {
    const { stored } = this.#watched
    this.#watched = this.#newTrigger()
    this.#watched.stored = stored
    this.#count('restarted')
  }

  /** Polls, and takes account of what was told. */
  async poll(): Promise<void> {
    const { shown, readable } = this.#shown()
    this.#wecom.enrollments = shown
    const fault = this.#random()
    const isShort = fault > 0.94 && shown.length > this.#wecom.pageSize
    const failing = fault < 0.06
    const timeZone = fault < 0.02 ? 'Mars/Phobos' : 'Asia/Shanghai'
    this.#wecom.respondInstead = fault >= 0.02 && failing ? this.#brokenPage() : undefined
    const budget = isShort ? -1 : 600_000
    // Where WeCom sends an enrollment without an ID, this fails the poll after everything was read.
    const warn = () => {
      if (fault < 0.3) throw new Error('the log is full')
    }
    const polls = [this.#watched.poll({ budget, timeZone, warn })]
    if (fault > 0.5 && fault < 0.52) {
      this.#count('overlapping')
      polls.push(this.#watched.poll({ budget }))
    }
    const results = await Promise.allSettled(polls)
    for (const result of results) {
      if (result.status === 'fulfilled') this.#take(result.value)
      else this.#count('failed')
    }
    if (results.some(({ status }) => status === 'rejected')) return
    if (isShort) this.#count('cut short')
    if (!isShort && !this.#resumes) this.#compare(readable)
    this.#resumes = isShort
  }

  async end(): Promise<void> {
    this.#wecom.respondInstead = undefined
    this.#wecom.enrollments = [...this.#enrollments]
    for (const _ of [1, 2]) this.#take(await this.#watched.poll())
    this.#compare(this.#enrollments)
  }

  /** The list as WeCom shows it this time: with odd records among it, and some twice. */
  #shown(): { shown: unknown[]; readable: (Enrollment & { status: number })[] } {
    const shown: unknown[] = [...this.#enrollments]
    const odd = new Set<unknown>()
    while (this.#random() < 0.3) {
      const at = Math.floor(this.#random() * shown.length)
      const one = shown[at]
      const kind = this.#random()
      this.#count('odd')
      if (kind < 0.2) shown.splice(at, 0, { ...(one as object), enroll_id: '' })
      else if (kind < 0.4) shown.push(one)
      else if (kind < 0.6) shown[at] = { ...(one as object), nick_name: null, answer_list: [] }
      else if (kind < 0.8) {
        shown[at] = { ...(one as object), enroll_id: Number((one as Enrollment).enroll_id) }
      } else {
        odd.add((one as Enrollment)?.enroll_id)
        const status = this.#one([null, 'pending', {}, undefined])
        for (const [index, other] of shown.entries()) {
          if (odd.has((other as Enrollment).enroll_id))
            shown[index] = { ...(other as object), status }
        }
      }
    }
    return { shown, readable: this.#enrollments.filter(({ enroll_id }) => !odd.has(enroll_id)) }
  }

  #brokenPage(): (offset: number) => string | undefined {
    const pages = Math.ceil(this.#wecom.enrollments.length / this.#wecom.pageSize)
    const broken = Math.floor(this.#random() * pages) * this.#wecom.pageSize
    const errcode = this.#one([45_009, 48_002, 60_020, 90_602]) ?? 0
    // A poll that goes on where the last one was cut short starts anew where it is refused.
    return (offset) => (offset === broken || offset === 0 ? refusal(errcode) : undefined)
  }

  #take(items: IDataObject[]): void {
    for (const { event, enroll_id, status, previous_status } of items) {
      const id = String(enroll_id)
      const before = this.told.get(id)
      const isTwice = event === 'created' ? before !== undefined : before === status
      const isGap = event === 'statusChanged' && previous_status !== before
      if (isTwice || isGap) this.twice.push(`${event} ${id}: ${before} → ${status}`)
      this.told.set(id, Number.isInteger(status) ? Number(status) : 1)
    }
  }

  /** After a poll that has read the whole list, what was told is what there is. */
  #compare(readable: Enrollment[]): void {
    for (const { enroll_id, status } of readable) {
      const told = this.told.get(String(enroll_id))
      if (told !== status) this.lost.add(`${enroll_id}: ${status}, told ${told}`)
    }
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)]
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }
}

/** Numbers from 0 up to 1, always the same (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
