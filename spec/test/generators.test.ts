import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import spectralCore from '@stoplight/spectral-core'
import { Yaml } from '@stoplight/spectral-parsers'
import { oas } from '@stoplight/spectral-rulesets'
import { operationsOf, readSpec, specPath } from '@wecom-meeting/spec'
import postman, { type CollectionResult } from 'openapi-to-postmanv2'
import openapiTS, { astToString } from 'openapi-typescript'
import { generate } from 'orval'
// @ts-expect-error it brings no types
import { Collection } from 'postman-collection'
import {
  FetchingJSONSchemaStore,
  InputData,
  JSONSchemaInput,
  type LanguageName,
  quicktype,
} from 'quicktype-core'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// What others' tools make of the document: it is no use to anybody who can't read it with theirs.

const document = readSpec()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-generators-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a user of the types may write, and what not; `Schema` is what the generator calls the types. */
const use = `
export const byId: GetMeetingRequest = { meetingid: 'm' }
export const byCode: GetWebinarRequest = { meeting_code: '123456789' }
export const both: GetMeetingRequest = { meetingid: 'm', meeting_code: '1', sub_meetingid: 's' }
// @ts-expect-error one of the two is needed
export const neither: GetMeetingRequest = {}
// @ts-expect-error a sub-meeting alone names no meeting
export const subMeeting: GetMeetingRequest = { sub_meetingid: 's' }
export const start = (meeting: Meeting): number => meeting.meeting_start
export const status = (meeting: Meeting): number => meeting.status
export const members = (meeting: Meeting): string[] => (meeting.attendees.member ?? []).map(({ userid }) => userid)
// @ts-expect-error either name may come
export const title = (webinar: Webinar): string => webinar.title
export const titleOrSubject = (webinar: Webinar): string | undefined => webinar.title ?? webinar.subject
export const id = (enrollment: Enrollment): string | number => enrollment.enroll_id
// @ts-expect-error a number may come
export const text = (enrollment: Enrollment): string => enrollment.enroll_id
// @ts-expect-error the list may be absent
export const count = (page: EnrollmentPage): number => page.enroll_list.length
`
const names = [
  'GetMeetingRequest',
  'GetWebinarRequest',
  'Meeting',
  'Webinar',
  'Enrollment',
  'EnrollmentPage',
]

describe('TypeScript', () => {
  test('openapi-typescript', async () => {
    const types = astToString(await openapiTS(new URL(`file://${specPath}`), { silent: true }))
    await writeFile(join(folder, 'types.ts'), types)
    const aliases = names
      .map((name) => `type ${name} = components['schemas']['${name}']\n`)
      .join('')
    expect(await problems(`import type { components } from './types.ts'\n${aliases}`)).toEqual([])
  })

  test('hey-api', async () => {
    await createClient({
      input: specPath,
      output: join(folder, 'hey'),
      plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
      logs: { level: 'silent' },
    })
    const sdk = "export { getMeeting, listWebinarEnrollments } from './hey/sdk.gen'\n"
    expect(await problems(`import type { ${names} } from './hey/types.gen'\n${sdk}`)).toEqual([])
  })

  test('orval', async () => {
    const target = join(folder, 'orval.ts')
    await generate({
      input: { target: specPath },
      output: { target, client: 'fetch', mode: 'single' },
    })
    const calls = "export { getMeeting, listWebinarEnrollments } from './orval.ts'\n"
    expect(await problems(`import type { ${names} } from './orval.ts'\n${calls}`)).toEqual([])
  })
})

describe('other languages, by quicktype', () => {
  const types = ['Meeting', 'Webinar', 'EnrollmentPage', 'GetMeetingRequest']

  test.each([
    ['go', /MeetingStart +int64 /, /type EnrollID struct \{\s+Integer +\*int64\s+String +\*string/],
    [
      'csharp',
      /long MeetingStart /,
      /struct EnrollId\s+\{\s+public long\? Integer;\s+public string\? String;/,
    ],
    [
      'java',
      /private long meetingStart;/,
      /class EnrollID \{\s+public Long integerValue;\s+public String stringValue;/,
    ],
  ] as const)('%s has numbers of 64 bits, and text or a number', async (lang, number, union) => {
    const code = await generated(lang)
    expect(code).toMatch(number)
    expect(code).toMatch(union)
  })

  test("Python's classes load, and read the examples", async ({ skip }) => {
    const python = promisify(execFile)
    const found = await python('python3', ['-c', '']).then(
      () => true,
      () => false,
    )
    skip(!found && !process.env.CI, 'no python3 here')
    await writeFile(join(folder, 'wecom.py'), await generated('python'))
    const examples = ['getMeeting', 'getWebinar', 'listWebinarEnrollments'].map(
      (id) =>
        operationsOf(document).find(({ operationId }) => operationId === id)?.responseExamples,
    )
    await writeFile(join(folder, 'examples.json'), JSON.stringify(examples))
    const script = `import json, wecom
read = [wecom.meeting_from_dict, wecom.webinar_from_dict, wecom.enrollment_page_from_dict]
for name in ['as-published', 'resolved']:
    meeting, webinar, page = [f(one[name]) for f, one in zip(read, json.load(open('examples.json')))]
    print(meeting.sub_meetings[0].start_time, webinar.title, page.enroll_list[0].enroll_id)`
    const { stdout } = await python('python3', ['-c', script], { cwd: folder })
    expect(stdout).toBe('16888888888 TITLE 1386442\n1600000007 TITLE 1386442\n')
  })

  async function generated(lang: LanguageName): Promise<string> {
    const input = new JSONSchemaInput(new FetchingJSONSchemaStore())
    for (const name of types) {
      const schema = JSON.stringify({ ...document, $ref: `#/components/schemas/${name}` })
      await input.addSource({ name, schema })
    }
    const inputData = new InputData()
    inputData.addInput(input)
    return (await quicktype({ inputData, lang })).lines.join('\n')
  }
})

describe("Spectral's rules for OpenAPI", () => {
  test('find nothing', async () => {
    expect(await lint(await readFile(specPath, 'utf8'))).toEqual([])
  })

  test('are in force', async () => {
    const { info, ...rest } = document
    const { contact: _, ...without } = info as { contact: unknown }
    expect(await lint(JSON.stringify({ info: without, ...rest }))).toContain('info-contact')
  })

  async function lint(text: string): Promise<string[]> {
    const spectral = new spectralCore.Spectral()
    spectral.setRuleset({ extends: [oas] } as never)
    const found = await spectral.run(new spectralCore.Document(text, Yaml))
    return found.map(({ code }) => String(code))
  }
})

test("Postman's collection has every operation, with its examples and the token in the query", async () => {
  const converted = await new Promise<CollectionResult | undefined>((resolve, reject) =>
    postman.convertV2({ type: 'json', data: document }, {}, (error, result) =>
      error ? reject(error) : resolve(result),
    ),
  )
  expect(converted?.result).toBe(true)
  const collection = new Collection(converted?.output?.[0]?.data)
  const items: CollectionItem[] = []
  collection.forEachItem((item: CollectionItem) => items.push(item))
  expect(
    items.map(({ request }) => `${request.method} ${request.url.getPath()}`).toSorted(),
  ).toEqual(
    operationsOf(document)
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted(),
  )
  expect(collection.auth?.parameters().toObject()).toMatchObject({
    key: 'access_token',
    in: 'query',
  })
})

interface CollectionItem {
  request: { method: string; url: { getPath: () => string } }
}

/** What TypeScript finds wrong with `imports` and what a user writes with them. */
async function problems(imports: string): Promise<string[]> {
  const path = join(folder, 'use.ts')
  await writeFile(path, imports + use)
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
