import { readSpec } from '@wecom-meeting/spec'
import { describe, expect, test } from 'vitest'
import { resolvedResponses, resourcesFile } from './resourcesFile.ts'
import { operationsFile } from './tableFiles.ts'

interface Document extends Record<string, unknown> {
  paths: Record<string, { post: Record<string, unknown> }>
}

/** The document with a further operation, which differs from `getWebinar` in `fields`. */
function documentWith(fields: Record<string, unknown>): Document {
  const document = readSpec() as Document
  const { post } = document.paths['/cgi-bin/meeting/webinar/get'] as { post: object }
  document.paths['/cgi-bin/meeting/webinar/new'] = {
    post: {
      ...post,
      operationId: 'getNew',
      'x-packages': { method: 'webinars.getNew' },
      ...fields,
    },
  }
  return document
}

const resolved = resolvedResponses()
const answering = (schema: object) => ({
  responses: { 200: { content: { 'application/json': { schema, examples: {} } } } },
})
const answerNamed = (name: string) =>
  answering({ oneOf: [{ $ref: `#/components/schemas/${name}` }] })

describe('a method', () => {
  test('whose answer has no contradictions gives it as it is published', () => {
    const code = resourcesFile(documentWith(answerNamed('WebinarHost')), resolved)
    expect(code).toContain(
      `export type WebinarHost = Omit<Schemas['WebinarHost'], 'errcode' | 'errmsg'>`,
    )
    expect(code).toContain(
      'getNew(request: GetWebinarRequest, options?: CallOptions): Call<WebinarHost>',
    )
    expect(code).toContain(
      `getNew: (request, options) => call('/cgi-bin/meeting/webinar/new', request, (fields) => fields, options)`,
    )
    expect(code).toContain('const webinarHost = await wecom.webinars.getNew({ meeting_code:')
  })

  test('that takes and gives what another does adds no second type', () => {
    const code = resourcesFile(documentWith({}), resolved)
    expect(code.match(/export type GetWebinarRequest/g)).toHaveLength(1)
    expect(code.match(/import .*resolveWebinar/g)).toHaveLength(1)
    expect(code).toMatch(/\/\*\* Webinars: `get`, .*`getNew`, .*`enrollments.list`/)
  })

  test('may stand in a resource of its own, in another', () => {
    const document = documentWith({ 'x-packages': { method: 'webinars.enrollments.forms.get' } })
    const code = resourcesFile(document, resolved)
    expect(code).toContain('  /** Forms: `get`. */\n  readonly forms: Forms\n}')
    expect(code).toMatch(/\/\*\* Webinars: `get`, .*`enrollments.forms.get`/)
    expect(code).toMatch(/\n {8}forms: \{\n {10}get: \(request, options\) =>/)
  })

  test('may stand in a resource that has no method of its own', () => {
    const document = documentWith({ 'x-packages': { method: 'rooms.bookings.get' } })
    const code = resourcesFile(document, resolved)
    expect(code).toContain('  /** Rooms: `bookings.get`. */\n  readonly rooms: Rooms\n}')
    expect(code).toMatch(/\n {4}rooms: \{\n {6}bookings: \{\n {8}get: /)
  })

  test('that is paged checks its limit as the request has it, if it has one', () => {
    const limits = (document: Document) =>
      resourcesFile(document, resolved).match(/page\.enroll_list, (\[.*\])/)?.[1]
    const document = readSpec() as Document
    expect(limits(document)).toBe('[1, 50]')
    const { schemas } = document.components as {
      schemas: Record<string, { properties: Record<string, unknown> }>
    }
    delete schemas.ListWebinarEnrollmentsRequest?.properties.limit
    expect(limits(document)).toBe('[1]')
  })

  test('names no refusals where the examples have none', () => {
    const code = resourcesFile(documentWith(answerNamed('WebinarHost')), resolved)
    expect(code).toContain('@throws {WeComApiError} If WeCom refuses.\n')
  })
})

describe('refuses with what to do', () => {
  test.each([
    [
      'no method',
      { 'x-packages': { method: undefined } },
      /^getNew does not say which method .* add/,
    ],
    [
      'a method of nothing',
      { 'x-packages': { method: 'getNew' } },
      /^getNew does not say which method/,
    ],
    [
      'the method of another',
      { 'x-packages': { method: 'webinars.get' } },
      /^getWebinar and getNew are the same method: give one another/,
    ],
    ['an answer without a name', answering({ type: 'object' }), /has no named schema: put it/],
    [
      'no request to show',
      {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/X' } } },
        },
      },
      /^getNew has no example of a request: add the page's own/,
    ],
  ])('%s', (_, fields, message) => {
    expect(() => resourcesFile(documentWith(fields), resolved)).toThrow(message)
  })

  test('a document without operations', () => {
    const document = { ...readSpec(), paths: {} }
    expect(() => resourcesFile(document, resolved)).toThrow('The document has no operations: ')
    expect(() => operationsFile(document)).toThrow('The document has no operations: ')
  })

  test('a paged list whose items have no name', () => {
    const document = documentWith(answerNamed('Nameless'))
    const { schemas } = document.components as { schemas: Record<string, object> }
    const item_list = { type: 'array', items: { type: 'object' } }
    schemas.Nameless = { properties: { item_list, next_cursor: {} } }
    expect(() => resourcesFile(document, resolved)).toThrow(
      /^The items of `item_list` have no named schema: put it/,
    )
  })

  test('pages whose gaps nobody fills', () => {
    expect(() => resourcesFile(readSpec(), new Set())).toThrow(
      /^\w+ is paged: write packages\/client\/src\/resources\/\w+\.ts, which exports/,
    )
  })
})
