import assert from 'node:assert/strict'
import { createWeComClient, type Enrollment } from '@wecom-meeting/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedExamples } from './namedExamples.ts'
import { fakeWeCom } from './support/fakeWeCom.ts'

/** How many responses are tried, of all kinds together. */
const tried = 10_000

type Fields = Record<string, unknown>

/** The page's own sample with every field that another example has. */
function sampleOf(operation: string): Fields {
  const examples = namedExamples().filter((example) => example.operation === operation)
  const successes = examples.filter(({ value }) => !value.errcode)
  return Object.assign({}, ...successes.map(({ value }) => value))
}
const meetingSample = sampleOf('getMeeting')
const webinarSample = { ...sampleOf('getWebinar'), meeting_code: '1', status: 's', subject: 's' }
const [enrollmentSample] = sampleOf('listWebinarEnrollments').enroll_list as [Fields]

/** Gives each text and each number that is put into a response a mark, by which it is found again. */
function marking() {
  let marks = 0
  const text = () => `\u0000\n#${++marks}#\t"\\n\u001f`
  const number = () => 7_000_000_000 + ++marks
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return text()
    if (typeof value === 'number') return number()
    if (Array.isArray(value)) return value.map(marked)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, marked(field)]))
  }
  return { text, number, marked: (sample: Fields) => marked(sample) as Fields }
}
type Marking = ReturnType<typeof marking>

const marksIn = (json: string): string[] => json.match(/#\d+#|\b7\d{9}\b/g)?.sort() ?? []

/** What can stand where a field belongs; undefined is a field that is absent. */
const odd: ((marks: Marking) => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => false,
  () => '',
  () => [],
  () => [null],
  () => ({}),
  ({ text }) => text(),
  ({ number }) => number(),
  ({ number }) => `${number()}`,
  ({ text, number }) => [text(), null, number()],
  ({ text }) => ({ toString: text() }),
  ({ text, number }) => [null, { of_tomorrow: { deep: [text()] } }, [number()]],
  ({ text }) => ({ of_tomorrow: text(), ['__proto__']: { deep: [text()] } }),
]

/** Which fields become odd, and how: numbers that are taken modulo what there is. */
type Oddities = [place: number, kind: number][]
const oddities = fc.array(fc.tuple(fc.nat(9999), fc.nat(odd.length - 1)), { maxLength: 6 })

/** Puts something odd in the place of fields at any depth; of two names for one thing one stays. */
function makeOdd(fields: Fields, changes: Oddities, marks: Marking): void {
  for (const [place, kind] of changes) {
    const places = placesIn(fields)
    const [holder, key] = places[place % places.length] ?? [fields, 'of_tomorrow']
    Object.defineProperty(holder, key, { value: odd[kind]?.(marks) })
  }
}

function placesIn(value: unknown): [holder: object, key: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) => [[value, key], ...placesIn(field)])
}

/** JSON whose control characters stand in it as they are. */
function rawJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\\(u00[01][\da-f]|["\\nt])/g, (escaped) =>
    /["\\]$/.test(escaped) ? escaped : (JSON.parse(`"${escaped}"`) as string),
  )
}

/** What is returned for `texts`, the responses to one request after the other, each asked for once. */
async function read<Result>(
  texts: readonly string[],
  ask: (wecom: ReturnType<typeof createWeComClient>) => PromiseLike<Result>,
): Promise<Result> {
  const fake = fakeWeCom((_, nth) => new Response(texts[nth - 1] ?? '{"errcode":90602}'))
  const result = await ask(createWeComClient({ accessToken: 'a-token', fetch: fake.fetch }))
  assert.equal(fake.calls.length, texts.length)
  expect(marksIn(JSON.stringify(result)).join()).toBe(marksIn(texts.join()).join())
  return result
}

// An `expect` for each field of 10,000 responses would take most of the time.
const isList = (list: unknown) => assert(Array.isArray(list))
const isText = (text: unknown) => assert.equal(typeof text, 'string')
const success = { errcode: 0, errmsg: 'ok' }
const request = { meetingid: 'm' }

async function readMeeting(changes: Oddities): Promise<void> {
  const marks = marking()
  const sample = marks.marked(meetingSample)
  makeOdd(sample, changes, marks)
  const json = rawJson({ ...sample, ...success })
  const meeting = await read([json], (wecom) => wecom.meetings.get(request))
  isText(meeting.title)
  const { attendees, guests, settings, sub_meetings, sub_repeat_list } = meeting
  for (const list of [...Object.values(attendees), guests, sub_meetings, sub_repeat_list]) {
    isList(list)
  }
  assert.deepEqual(Object.keys(attendees).slice(0, 2), ['member', 'tmp_external_user'])
  assert.equal(typeof settings, 'object')
}

async function readWebinar(changes: Oddities, secondNames: boolean): Promise<void> {
  const marks = marking()
  const sample = marks.marked(webinarSample)
  const media = sample.media_setting as Fields
  // Both names of one thing: whichever says something is handed out, and here that is one.
  const [title, muting] = secondNames
    ? ['title', 'enable_enter_mute']
    : ['subject', 'mute_enable_join']
  delete sample[title as string]
  delete media[muting as string]
  makeOdd(sample, changes, marks)
  const json = rawJson({ ...sample, ...success })
  const webinar = await read([json], (wecom) => wecom.webinars.get(request))
  isText(webinar.title)
  isList(webinar.hosts)
  assert.equal(typeof webinar.media_setting, 'object')
  assert(!Number.isNaN(webinar.display_number_of_attendees))
}

const anyMore = {
  yes: [true, 'true', 1, undefined, null],
  no: [false, 'false', 0, undefined, null],
}

/** @param pages What is odd on each page, which has three enrollments, and how it says what follows. */
async function readEnrollments(pages: [changes: Oddities, saying: number][]): Promise<void> {
  const marks = marking()
  const texts = pages.map(([changes, saying], index) => {
    const page: Fields = { enroll_list: [1, 2, 3].map(() => marks.marked(enrollmentSample)) }
    makeOdd(page, changes, marks)
    const isLast = index === pages.length - 1
    const has_more = anyMore[isLast ? 'no' : 'yes'][saying]
    const next_cursor = isLast
      ? [undefined, null, ''][saying % 3]
      : [index + 1, `c${index}`][saying % 2]
    return rawJson({ ...page, ...success, has_more, next_cursor })
  })
  const enrollments = await read(texts, (wecom) =>
    wecom.webinars.enrollments.list(request).toArray(),
  )
  for (const { enroll_id, answer_list } of enrollments satisfies Enrollment[]) {
    isText(enroll_id)
    isList(answer_list)
    for (const { question_title, answer_content } of answer_list) {
      isText(question_title)
      isList(answer_content)
      answer_content.forEach(isText)
    }
  }
}

const everyOddity = fc.oneof(
  fc.record({ meeting: oddities }),
  fc.record({ webinar: oddities, secondNames: fc.boolean() }),
  fc.record({
    pages: fc.array(fc.tuple(oddities, fc.nat(4)), { minLength: 1, maxLength: 3 }),
  }),
)

test(`of ${tried} responses with odd fields and control characters nothing is lost, twice or thrown`, async () => {
  await fc.assert(
    fc.asyncProperty(everyOddity, async (oddity) => {
      if ('meeting' in oddity) await readMeeting(oddity.meeting)
      else if ('webinar' in oddity) await readWebinar(oddity.webinar, oddity.secondNames)
      else await readEnrollments(oddity.pages)
    }),
    { numRuns: tried },
  )
}, 120_000)
