import fc from 'fast-check'
import type { IDataObject } from 'n8n-workflow'
import { expect, it } from 'vitest'
import { fakeWeCom, refusal } from '../../test/support/fakeWeCom.mts'
import { respondingWith } from '../../test/support/httpRequest.mts'
import { watch } from '../../test/support/watch.mts'

/** The 10,000 cases are shared among this, the node and the client. */
const CASES = 3000

/** What can stand where a field belongs; undefined is a field that is absent. */
const oddValue = fc.oneof(
  fc.constantFrom(undefined, null, true, false, '', 0, -1, 2, '3', '2023/03/23 14:00'),
  fc.constantFrom<unknown>([], [null], {}, ['A', null, 7], { toString: 1 }, '\u0000a\u001f\n"'),
  fc.jsonValue({ maxDepth: 2 }),
)

/** How one record differs from a well-formed one while a poll reads it. */
const oddity = fc.record({
  record: fc.nat(20),
  field: fc.constantFrom(
    'enroll_id',
    'status',
    'enroll_time',
    'nick_name',
    'answer_list',
    'answer_list.0',
    'answer_list.0.answer_content',
    'answer_list.0.question_title',
    'answer_list.0.question_num',
    'event',
    '__proto__',
  ),
  value: oddValue,
})

const step = fc.record({
  enrolling: fc.nat(4),
  statusChanges: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(1, 2, 3)), { maxLength: 3 }),
  odd: fc.array(oddity, { maxLength: 4 }),
  repeated: fc.array(fc.nat(20), { maxLength: 2 }),
  nulls: fc.boolean(),
  restart: fc.boolean(),
  fault: fc.option(fc.nat(3), { freq: 4 }),
  isShort: fc.boolean(),
})

const choices = fc.record({
  webinar: fc.constantFrom(
    { mode: 'id', value: 'webinar' },
    { mode: 'code', value: '123 456 789' },
    { mode: 'url', value: 'https://wecom.example/?meeting_code=123456789' },
  ),
  /** How WeCom writes the webinar's ID where it is asked by code. */
  meetingid: fc.constantFrom<unknown>('webinar', 123, '123'),
  simplify: fc.boolean(),
  options: fc.record({
    isoTimes: fc.boolean(),
    answers: fc.constantFrom('list', 'columns'),
    severalAnswers: fc.constantFrom('list', 'joined'),
  }),
})

interface Enrollment {
  enroll_id: number
  status: number
}

it(`${CASES} lists with odd fields, faults and restarts: none lost, none twice, none thrown`, {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), choices, runThrough),
    { numRuns: CASES, seed: 20_260_314 },
  )
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
type Choices = typeof choices extends fc.Arbitrary<infer Value> ? Value : never

async function runThrough(steps: Step[], { meetingid, ...parameters }: Choices): Promise<void> {
  const wecom = fakeWeCom()
  wecom.pageSize = 4
  wecom.hasRawControls = true
  const webinar = { errcode: 0, errmsg: 'ok', meetingid }
  wecom.httpRequest = respondingWith('/webinar/get', webinar, wecom.httpRequest)
  const start = () => watch(wecom, { event: 'either', ...parameters })
  let watched = start()
  const enrollments: Enrollment[] = [enrollment(1), enrollment(2)]
  wecom.enrollments = enrollments.map(asSent)
  expect(await watched.poll()).toEqual([])
  /** ID → the status that was told last. */
  const told = new Map<string, number>([
    ['1', 1],
    ['2', 1],
  ])
  let resumes = false

  for (const { enrolling, statusChanges, odd, repeated, nulls, restart, fault, isShort } of steps) {
    for (let i = 0; i < enrolling; i += 1) enrollments.push(enrollment(enrollments.length + 1))
    for (const [index, status] of statusChanges) at(enrollments, index).status = status
    const sent: unknown[] = enrollments.map(asSent)
    for (const { record, field, value } of odd) {
      // Some values are the same object in every case.
      replace(at(sent, record) as object, field, structuredClone(value))
    }
    for (const index of repeated) sent.push(at(sent, index))
    if (nulls) sent.splice(1, 0, null, 'text', null)
    wecom.enrollments = sent
    const broken = fault === null ? -1 : fault * wecom.pageSize
    wecom.respondInstead = (offset) =>
      offset === broken || (broken > -1 && offset === 0) ? refusal(48_002) : undefined
    if (restart) {
      const { stored } = watched
      watched = start()
      watched.stored = stored
    }

    const before = watched.stored
    const items = await watched.poll({ budget: isShort ? -1 : 60_000 }).catch((error) => {
      // The refusal, and nothing that came of an odd record.
      expect(error.message).toContain('48002')
      expect(watched.stored).toBe(before)
    })
    if (!items) continue
    take(items, told)
    if (!isShort && !resumes) compare(sent, told)
    resumes = isShort && sent.length > wecom.pageSize
  }

  // Once WeCom sends everything well, all of it has been told.
  wecom.respondInstead = undefined
  wecom.enrollments = enrollments.map(asSent)
  for (const _ of [1, 2]) take(await watched.poll(), told)
  compare(wecom.enrollments, told)
  expect(await watched.poll()).toEqual([])
}

function enrollment(enroll_id: number): Enrollment {
  return { enroll_id, status: 1 }
}

/** As WeCom sends it, the ID as a number or as text. */
function asSent({ enroll_id, status }: Enrollment): object {
  const question = { question_title: '公司', question_num: 1, answer_content: ['甲', '乙'] }
  return {
    enroll_id: enroll_id % 2 ? enroll_id : String(enroll_id),
    status,
    enroll_time: '2026-03-14 16:00:00',
    nick_name: `guest \u0000\n${enroll_id}`,
    answer_list: [question],
  }
}

function at<Item>(items: Item[], index: number): Item {
  return items[index % items.length] as Item
}

/** Puts `value` into the place that `path` names, if that is there. */
function replace(holder: object, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.')
  const inner: unknown = Reflect.get(holder, name)
  if (rest.length > 0) {
    if (typeof inner === 'object' && inner !== null) replace(inner, rest.join('.'), value)
    return
  }
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

function take(items: IDataObject[], told: Map<string, number>): void {
  for (const { event, enroll_id, status, previous_status } of items) {
    const id = String(enroll_id).trim()
    expect(['created', 'statusChanged']).toContain(event)
    const now = readable(status) ?? 1
    if (event === 'created') expect(told.has(id), `${id} was told twice`).toBe(false)
    else {
      expect(now, `${id} was told twice`).not.toBe(told.get(id))
      if (previous_status !== null) expect(previous_status).toBe(told.get(id))
    }
    told.set(id, now)
  }
}

/** After a poll that has read the whole list, what was told is what was in it. */
function compare(sent: unknown[], told: ReadonlyMap<string, number>): void {
  const shown = new Map<string, number | undefined>()
  for (const entry of sent) {
    if (typeof entry !== 'object' || entry === null) continue
    const { enroll_id, status } = entry as { enroll_id?: unknown; status?: unknown }
    // Anything but text and numbers is no ID.
    const id = ['string', 'number'].includes(typeof enroll_id) ? String(enroll_id).trim() : ''
    if (id !== '') shown.set(id, readable(status))
  }
  for (const [id, status] of shown) {
    expect(told.has(id), `${id} was lost`).toBe(true)
    if (status !== undefined) expect(told.get(id), `the status of ${id}`).toBe(status)
  }
}

function readable(status: unknown): number | undefined {
  const number = typeof status === 'string' && /^-?\d+$/.test(status) ? Number(status) : status
  return Number.isSafeInteger(number) ? (number as number) : undefined
}
