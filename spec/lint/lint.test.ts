import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readSpec } from '@wecom-meeting/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// biome-ignore lint/suspicious/noExplicitAny: the tests break the document in places no type knows
type Document = any

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
/** What people edit; the rules hold for it. */
const source = join(packageFolder, 'openapi.yaml')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-lint-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What Redocly says of the document after `change`: one line a problem, `ruleId: message`. */
async function lint(name: string, change: (document: Document) => void): Promise<string[]> {
  const document = readSpec(source)
  change(document)
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`)
  await writeFile(path, JSON.stringify(document))
  return lintFile(path)
}

async function lintFile(path: string): Promise<string[]> {
  const output = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/@redocly/cli/bin/cli.js',
      'lint',
      '--config=redocly.yaml',
      '--format=json',
      path,
    ],
    { cwd: packageFolder, maxBuffer: 2 ** 24 },
  ).catch((failed: { stdout: string }) => failed)
  const { problems } = JSON.parse(output.stdout) as {
    problems: { ruleId: string; message: string }[]
  }
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

test('the document as it stands has no problem', async () => {
  expect(await lint('as it stands', () => {})).toEqual([])
})

const schemas = (document: Document) => document.components.schemas
const getMeeting = (document: Document) => document.paths['/cgi-bin/meeting/get_info'].post
const responses = (document: Document) =>
  getMeeting(document).responses['200'].content['application/json']

const listIds = (document: Document) => document.paths['/cgi-bin/meeting/get_user_meetingid'].post
const review = (document: Document) =>
  document.paths['/cgi-bin/meeting/webinar/enroll/approve'].post

const forNode = (document: Document) => review(document)['x-packages'].node

const violations: [name: string, change: (document: Document) => void, problem: RegExp][] = [
  [
    'a description without its Chinese twin',
    (d) => delete schemas(d).MeetingGuest['x-description-zh'],
    /both-languages: `description` has no Chinese twin/,
  ],
  [
    'a Chinese twin that is English',
    (d) => (schemas(d).MeetingGuest['x-description-zh'] = 'A guest.'),
    /both-languages: `description` has no Chinese twin/,
  ],
  [
    'a Chinese summary alone',
    (d) => delete getMeeting(d).summary,
    /both-languages: `x-summary-zh` has no English twin/,
  ],
  [
    'a property without a description',
    (d) => (schemas(d).MeetingGuest.properties.area = { type: 'string' }),
    /properties-described: The property `area` has no description/,
  ],
  [
    'a parameter without a description',
    (d) => delete d.paths['/cgi-bin/gettoken'].get.parameters[0].description,
    /parameter-described: The parameter has no description: add `description` and/,
  ],
  [
    'a request field without a title',
    (d) => delete schemas(d).SubMeetingId.title,
    /request-fields-titled: getMeeting: the request field `sub_meetingid` has no title: add/,
  ],
  [
    'a coded value in the middle of another schema',
    (d) => {
      const { properties } = schemas(d).ListWebinarEnrollmentsRequest
      properties.status = schemas(d).EnrollmentStatusFilter
    },
    /coded-values-named: Coded values need a schema of their own/,
  ],
  [
    'a coded value without a name',
    (d) => schemas(d).MeetingStatus['x-enum-varnames'].pop(),
    /coded-values-named: `x-enum-varnames` needs one entry for each of the 5 values; found 4 entries/,
  ],
  [
    'two coded values of one name',
    (d) => (schemas(d).MeetingStatus['x-enum-varnames'][1] = 'NotStarted'),
    /coded-values-named: Two coded values have the same name/,
  ],
  [
    'a coded value that is closed in a response',
    (d) => (schemas(d).MeetingStatus.enum = [1, 2, 3, 4, 5]),
    /coded-values-open-in-responses: A coded value in a response is open/,
  ],
  [
    'a coded value that is open in a request',
    (d) => {
      const filter = schemas(d).EnrollmentStatusFilter
      filter['x-extensible-enum'] = filter.enum
      delete filter.enum
    },
    /coded-values-open-in-responses: A coded value in a request is closed/,
  ],
  [
    'an operation without a response for 200',
    (d) => delete getMeeting(d).responses['200'],
    /shown-by-the-node: POST \/cgi-bin\/meeting\/get_info can't be read: .* has `externalDocs`, and a schema/,
  ],
  [
    'what is wrong beneath a path that has a description',
    (d) => {
      const path = d.paths['/cgi-bin/meeting/get_info']
      Object.assign(path, { description: 'Meetings.', 'x-description-zh': '会议。' })
      delete path.post['x-effect']
    },
    /operations-say-what-they-do: getMeeting: it does not say what it does/,
  ],
  [
    'an error that no operation is refused with',
    (d) => review(d)['x-refusals'].pop(),
    /errors-catalogued: No operation is refused with 730006: name `enrollment-not-found` under/,
  ],
  [
    'an error of a class that the client does not have',
    (d) => (d['x-errcodes']['730003']['x-packages'].class = 'NotFound'),
    /errors-catalogued: 730003 has the class `NotFound`; expected one of AuthenticationError/,
  ],
  [
    'an error with a retry that the client does not know',
    (d) => (d['x-errcodes']['730003']['x-packages'].retry = 'later'),
    /errors-catalogued: 730003 has the retry `later`; expected one of never/,
  ],
  [
    'an error without advice',
    (d) => delete d['x-errcodes']['730003']['x-packages'].fix,
    /errors-catalogued: The entry 730003 of `x-errcodes` has no `fix`: expected a text/,
  ],
  [
    'an error with nothing below it',
    (d) => (d['x-errcodes']['730003'] = null),
    /errors-catalogued: The entry 730003 of `x-errcodes` has no `name`: expected a text/,
  ],
  [
    'a reference to nothing',
    (d) => delete schemas(d).WebinarStatus,
    /: The document has no #\/components\/schemas\/WebinarStatus\.(.|\n)*no-unresolved-refs: /,
  ],
  [
    'an error under another name',
    (d) => getMeeting(d)['x-refusals'].push('busy'),
    /errors-catalogued: .*get_info names the refusal `busy`, which is neither in `x-refusal-sets` nor/,
  ],
  [
    'an error as an example that somebody wrote',
    (d) => (responses(d).examples.busy = { summary: 'x', value: { errcode: -1, errmsg: '' } }),
    /errors-catalogued: The example of -1 is made from `x-errcodes`: name it under/,
  ],
  [
    'Chinese and Latin letters without a space',
    (d) => (schemas(d).MeetingGuest['x-description-zh'] = '会议ID 的嘉宾。'),
    /both-languages: `x-description-zh` needs a space in "议I"/,
  ],
  [
    'a Chinese word that nobody uses',
    (d) => (schemas(d).MeetingGuest['x-description-zh'] = '应答中的嘉宾。'),
    /both-languages: `x-description-zh` says 应答; say 响应 or 返回/,
  ],
  [
    'Chinese and Latin letters without a space in what a coded value means',
    (d) => (schemas(d).MeetingType['x-enum-descriptions-zh'][3] = 'Rooms投屏会议'),
    /both-languages: `x-enum-descriptions-zh` needs a space in "s投"/,
  ],
  [
    'an unusual Chinese word in the advice on an errcode',
    (d) => (d['x-errcodes']['-1']['x-packages']['x-fix-zh'] = '没有应答，请重试。'),
    /both-languages: `x-fix-zh` says 应答/,
  ],
  [
    'a number without a format',
    (d) => delete schemas(d).MeetingStatus.format,
    /numbers-have-formats: A number needs the format int64; found undefined/,
  ],
  [
    'a number that its format can not hold',
    (d) => (schemas(d).UnixTime.format = 'int32'),
    /numbers-have-formats: A number needs the format int64; found "int32"/,
  ],
  [
    'a number or text in one type',
    (d) => (schemas(d).Enrollment.properties.enroll_id.oneOf[1].type = ['string', 'integer']),
    /numbers-have-formats: A number has the type `integer` alone/,
  ],
  [
    'one of two beside the properties',
    (d) => {
      const { GetMeetingRequest } = schemas(d)
      GetMeetingRequest.anyOf = GetMeetingRequest.allOf[0].anyOf
      delete GetMeetingRequest.allOf
    },
    /either-has-one-form: Forms beside `properties` stand under `allOf`/,
  ],
  [
    'one of two by `required` alone',
    (d) => delete schemas(d).GetMeetingRequest.allOf[0].anyOf[0].properties,
    /either-has-one-form: A form that requires meetingid has `type: object` and meetingid under/,
  ],
  [
    'an extension that nobody knows',
    (d) => (getMeeting(d)['x-client-method'] = 'meetings.get'),
    /extensions-known: `x-client-method` can't stand here: it is unknown/,
  ],
  [
    'what belongs to the packages among what WeCom says',
    (d) => (d['x-errcodes']['730003'].class = 'NotFoundError'),
    /extensions-known: the entry 730003 of `x-errcodes` can't have `class`; expected name, /,
  ],
  [
    'an operation that does not say what it does',
    (d) => delete getMeeting(d)['x-effect'],
    /operations-say-what-they-do: getMeeting: it does not say what it does: add `x-effect`: `read`/,
  ],
  [
    'an operation that does what nobody knows',
    (d) => (getMeeting(d)['x-effect'] = 'write'),
    /operations-say-what-they-do: getMeeting: `x-effect` is write; add `x-effect`/,
  ],
  [
    'an operation that requires what nobody knows',
    (d) => (review(d)['x-requires'] = 'payment'),
    /operations-say-what-they-do: .*: `x-requires` is payment; expected `enrollment`/,
  ],
  [
    'a list in pages that does not say how',
    (d) => delete listIds(d)['x-pagination'],
    /operations-say-what-they-do: listMeetingIds: it returns a `next_cursor`: add `x-pagination`/,
  ],
  [
    'a list in pages of a field that is not there',
    (d) => (listIds(d)['x-pagination'].items = 'meetings'),
    /`items` of `x-pagination` must be the name of a field of the response of type array; found `meetings`/,
  ],
  [
    'a list in pages without the end of its cursors',
    (d) => delete listIds(d)['x-pagination'].end,
    /`x-pagination` has no `end`: expected the cursor as text/,
  ],
  [
    'a list in pages that does not say where the response says that more follows',
    (d) => {
      delete d.paths['/cgi-bin/meeting/webinar/enroll/list'].post['x-pagination'].more
    },
    /`more` of `x-pagination` must be the name of a field of the response of type boolean; found nothing/,
  ],
  [
    'many at once in a field that is no list',
    (d) => (review(d)['x-batch'].items = 'action'),
    /`items` of `x-batch` must be the name of a field of the request of type array; found `action`/,
  ],
  [
    'many at once without a number',
    (d) => (review(d)['x-batch'].most = '20'),
    /`most` of `x-batch` must be a whole number from 1/,
  ],
  [
    'a span between fields that are not there',
    (d) => (schemas(d).ListMeetingIdsRequest['x-max-span'].from = 'start'),
    /`x-max-span` must have `from` and `to`/,
  ],
  [
    'an action that the node does not have',
    (d) => delete forNode(d).actions.Reject,
    /shown-by-the-node: reviewWebinarEnrollments: `actions` of `x-packages.node` says what each value of `action` does; expected ResetToPending, Reject, Approve/,
  ],
  [
    'two operations that workflows store as the same',
    (d) => {
      getMeeting(d)['x-packages'].node = { operation: 'getAll', action: 'Get all' }
    },
    /getMeeting: the node has two operations meetings.getAll: name this one in `operation`/,
  ],
  [
    'an operation of the node that nobody can read',
    (d) => {
      getMeeting(d)['x-packages'].node = { operation: 'getRecords' }
    },
    /getMeeting: say in `action` of `x-packages.node` what `getRecords` does/,
  ],
  [
    'a text for a field that the request does not have',
    (d) => (forNode(d).fields.enroll_ids = 'Some text'),
    /the request has no field `enroll_ids`, which `x-packages.node` names/,
  ],
  [
    'a request field that the editor has no form for',
    (d) => {
      const { properties } = schemas(d).ReviewWebinarEnrollmentsRequest
      properties.notes = { ...properties.enroll_id_list }
    },
    /the editor has no form for `notes`: name it in `without`/,
  ],
  [
    'items of the node that are no list',
    (d) => (forNode(d).items = 'handled_count'),
    /the response has no list `handled_count`, which `x-packages.node` names/,
  ],
  [
    'many fields that Simplify leaves as they are',
    (d) => delete schemas(d).Webinar['x-packages'],
    /getWebinar: what it returns has \d+ fields: name those that Simplify leaves in `simplified`/,
  ],
  [
    'an `x-packages` with nothing below it',
    (d) => (schemas(d).Webinar['x-packages'] = null),
    /getWebinar: what it returns has \d+ fields: name those that Simplify leaves in `simplified`/,
  ],
  [
    'a field for Simplify that is not there',
    (d) => (schemas(d).Webinar['x-packages'].simplified[0] = 'meeting'),
    /`simplified` names `meeting`, which is no property of the schema/,
  ],
  [
    'a part of the node that nobody knows',
    (d) => (forNode(d).label = 'Approve'),
    /extensions-known: `x-packages.node` can't have `label`; expected operation, action,/,
  ],
  [
    'an operationId that is not camelCase',
    (d) => (getMeeting(d).operationId = 'get_meeting'),
    /operation-id-casing/,
  ],
  [
    'an operation without its page',
    (d) => delete getMeeting(d).externalDocs,
    /operation-documented/,
  ],
  [
    'an operation that names no refusals',
    (d) => delete getMeeting(d)['x-refusals'],
    /operation-refusals-named: An operation has no `x-refusals`: add the sets and errcodes/,
  ],
  [
    'an example that does not validate',
    (d) => (responses(d).examples.resolved.value.status = 'ended'),
    /no-invalid-media-type-examples/,
  ],
  [
    'an example with a field that the schema does not have',
    (d) => (responses(d).examples.resolved.value.colour = 'red'),
    /no-invalid-media-type-examples/,
  ],
]

test.each([
  ['enroll_time: "2023-03-23 10:00:00"', 'enroll_time: 2023-03-23 10:00:00'],
  ['x-enum-varnames: ["Off", "On"', 'x-enum-varnames: [Off, On'],
])(
  'the rules find an unquoted value that YAML 1.1 reads as something else: %s',
  async (quoted, unquoted) => {
    const text = readFileSync(source, 'utf8')
    expect(text).toContain(quoted)
    const path = join(folder, `unquoted-${unquoted.length}.yaml`)
    await writeFile(path, text.replace(quoted, unquoted))
    const problems = await lintFile(path)
    expect(problems.join('\n')).toMatch(/yaml-reads-alike: YAML 1\.1 reads \S+ as something else/)
  },
)

describe('the rules find', () => {
  test.concurrent.each(violations)('%s', async (name, change, problem) => {
    expect((await lint(name, change)).join('\n')).toMatch(problem)
  })
})
