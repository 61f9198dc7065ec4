import fc from 'fast-check'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { expect, it } from 'vitest'
import { execute, failureOf } from './support/execute.mts'
import type { HttpRequest } from './support/httpRequest.mts'

/** Responses to one execution, an item each, and executions: 10,000 responses together. */
const RESPONSES = 100
const EXECUTIONS = 100

type Fields = Record<string, unknown>

/** What each place of a response may hold; each `mark` becomes a text that is found again. */
const mark = fc.constant('mark')
const scalar = fc.oneof(mark, fc.constantFrom(null, true, false, '', 0, -1, 1.5, 2 ** 60))
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('userid', 'toString', '__proto__', 'a'), tie('value'), {
      maxKeys: 3,
    }),
  ),
}))

/** Fields that are as WeCom's page has them, absent, or anything. */
function oddly(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> {
  const loose = Object.entries(fields).map(([name, as]) => [
    name,
    fc.oneof({ weight: 3, arbitrary: as }, { weight: 1, arbitrary: anything }),
  ])
  return fc.record(Object.fromEntries(loose), { requiredKeys: [] }) as fc.Arbitrary<Fields>
}

const several = (entry: fc.Arbitrary<unknown>) =>
  fc.oneof(fc.array(fc.oneof({ weight: 5, arbitrary: entry }, anything), { maxLength: 4 }), entry)
const time = fc.constantFrom('2023-03-23 10:00:00', '2023/3/23 14:00', 1_600_000_007, '0', 'soon')
const question = oddly({
  question_title: fc.constantFrom('mark', '', '备注', 'nick_name', 'start_time', '__proto__'),
  question_num: fc.constantFrom(1, 2, '3'),
  answer_content: several(mark),
})
const enrollment = oddly({
  enroll_id: fc.constantFrom(1_386_442, 'mark'),
  nick_name: mark,
  status: fc.constantFrom(1, 3, '2', 9),
  enroll_time: time,
  answer_list: several(question),
})
const attendee = oddly({ userid: mark, status: fc.constantFrom(1, 2, 3), first_join_time: time })
const groups = fc.dictionary(
  fc.constantFrom('member', 'tmp_external_user', 'external_user', 'device', 'rooms', '__proto__'),
  several(attendee),
)
const meeting = oddly({
  title: mark,
  status: fc.constantFrom(1, 5, 'constructor'),
  meeting_start: time,
  attendees: several(groups),
  settings: oddly({ password: mark, hosts: oddly({ userid: several(mark) }) }),
  sub_meetings: several(oddly({ start_time: time, title: mark })),
})
const page = oddly({ enroll_list: several(enrollment) })

const all = { simplify: false, options: { answers: 'list' } }
const getMany = { resource: 'webinarEnrollment', operation: 'getAll', returnAll: true }
const attendees = { resource: 'meeting', operation: 'getAttendees' }
const getMeeting = { resource: 'meeting', operation: 'get' }
const isoTimes = true

/** Ways to run the node, the responses to try with each, and the part of a response that must come out. */
const ways: [INodeParameters, fc.Arbitrary<Fields>, (response: Fields) => unknown][] = [
  [{ ...getMany, ...all }, page, ({ enroll_list }) => enroll_list],
  [{ ...getMany, simplify: false, options: { isoTimes } }, page, namesAndAnswers],
  [{ ...getMany, options: { isoTimes, severalAnswers: 'list' } }, page, () => ''],
  [{ ...attendees, options: { isoTimes } }, meeting, (response) => response.attendees],
  [{ ...getMeeting, simplify: false, options: { isoTimes } }, meeting, (response) => response],
  [{ ...getMeeting }, meeting, () => ''],
]

it.each(ways)(
  'of responses with odd fields and control characters nothing is lost, twice or thrown: %j',
  async (parameters, response, mustComeOut) => {
    const numRuns = Math.ceil(EXECUTIONS / ways.length)
    const responses = fc.array(response, { minLength: RESPONSES, maxLength: RESPONSES })
    await fc.assert(
      fc.asyncProperty(responses, async (unmarked) => {
        const marked = withMarks(unmarked) as Fields[]
        const output = await outputFor(marked, parameters)
        for (const [item, one] of marked.entries()) {
          const expected = marksIn(mustComeOut(one))
          const found = marksIn(output[item])
          const values = marksIn(output[item]?.map(withoutShared))
          expect(new Set(values).size).toBe(values.length)
          expect(found).toEqual(expect.arrayContaining(expected))
          if (parameters.operation === 'get') expect(output[item]).toHaveLength(1)
        }
      }),
      { numRuns },
    )
  },
  300_000,
)

it.each(['', '[]', 'null', '7', '"text"', '[{"errcode":0}]', '{', '{}', '{"code":401}'])(
  'a whole response that is %j is a typed error',
  async (body) => {
    for (const [parameters] of ways) {
      const error = await failureOf({ ...execution(parameters), httpRequest: always(body) })
      expect(error.name).toBe('NodeApiError')
      expect(error.message).toContain('returned')
    }
  },
  60_000,
)

/** What a row has for itself: its columns, and the title of its meeting, are in the others too. */
function withoutShared(row: IDataObject): unknown {
  const isShared = (name: string) => name === 'title' && 'attendee_type' in row
  const own = Object.entries(row).filter(([name]) => !isShared(name) && !NAME_OF_CODE.test(name))
  return own.map(([, value]) => value)
}

/** The texts of an enrollment that come out where its answers are columns: all but the form's own. */
function namesAndAnswers({ enroll_list }: Fields): unknown {
  return [enroll_list].flat().map((one) => {
    if (typeof one !== 'object' || one === null) return one
    const { answer_list, ...fields } = one as Fields
    const answers = [answer_list].flat().map((answer) => {
      if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return ''
      const { question_title, answer_content } = answer as Fields
      return [question_title, answer_content]
    })
    return [fields, answers]
  })
}

/** Gives every mark, in what is generated, a number of its own and control characters. */
function withMarks(value: unknown): unknown {
  let marks = 0
  const marked = (one: unknown): unknown => {
    if (one === 'mark') return `\u0000#${++marks}#\u001f\n`
    if (Array.isArray(one)) return one.map(marked)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, field]) => [name, marked(field)]))
  }
  return marked(value)
}

const NAME_OF_CODE = /^(?:status|enroll_source_type|meeting_type)_name$/

/** The marks in a value, but for those in the name of a code: an unknown code is its own name. */
function marksIn(value: unknown): string[] {
  const withoutNames = (name: string, field: unknown) =>
    NAME_OF_CODE.test(name) ? undefined : field
  return JSON.stringify(value ?? '', withoutNames).match(/#\d+#/g) ?? []
}

/** The output of an execution with an item for each response, by item. */
async function outputFor(
  responses: Fields[],
  parameters: INodeParameters,
): Promise<IDataObject[][]> {
  const output = await execute({
    ...execution(parameters),
    items: responses.length,
    itemParameters: (item) => ({ webinar: `m${item}`, meeting: `m${item}` }),
    httpRequest: async ({ url, body }) => {
      if (url.includes('/gettoken')) return token
      const { meetingid } = JSON.parse(String(body))
      const response = { ...responses[Number(meetingid.slice(1))], errcode: 0, has_more: false }
      return { body: rawJson(response), headers: {}, statusCode: 200 }
    },
  })
  const byItem = responses.map((): IDataObject[] => [])
  for (const { json, pairedItem } of output) {
    byItem[(pairedItem as { item: number }).item]?.push(json)
  }
  return byItem
}

/** JSON whose control characters stand in it as they are. */
function rawJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(?:u00[01][\da-f]|n)/g, (escaped) =>
    JSON.parse(`"${escaped}"`),
  )
}

const token = {
  body: JSON.stringify({ errcode: 0, access_token: 'a-token', expires_in: 7200 }),
  headers: {},
  statusCode: 200,
}

function always(body: string): HttpRequest {
  return async ({ url }) => (url.includes('/gettoken') ? token : { ...token, body })
}

function execution(parameters: INodeParameters) {
  const wecom = { url: 'https://wecom.example', corpId: 'ww0', corpSecret: 'secret' }
  return { wecom, parameters: { webinar: 'm0', meeting: 'm0', ...parameters } }
}
