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
const responding = (schema: object) => ({
  responses: { 200: { content: { 'application/json': { schema, examples: {} } } } },
})
const respondingWith = (name: string) =>
  responding({ oneOf: [{ $ref: `#/components/schemas/${name}` }] })

describe('a method', () => {
  test('whose response has no contradictions gives it as it is published', () => {
    const code = resourcesFile(documentWith(respondingWith('WebinarHost')), resolved)
    expect(code).toContain(
      `export type WebinarHost = Omit<Schemas['WebinarHost'], 'errcode' | 'errmsg'>`,
    )
    expect(code).toContain(
      'getNew(request: GetWebinarRequest, options?: CallOptions): Call<WebinarHost>',
    )
    expect(code).toContain(
      `getNew: (request, options) => call('/cgi-bin/meeting/webinar/new', checkFields(request), (fields) => fields, options)`,
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
    expect(code).toContain('  /** Forms: `get`. */\n  readonly forms: WebinarsEnrollmentsForms\n}')
    expect(code).toMatch(/\/\*\* Webinars: `get`, .*`enrollments.forms.get`/)
    expect(code).toContain('export interface WebinarsEnrollmentsForms {')
    expect(code).toMatch(/\n {8}forms: \{\n {10}get: \(request, options\) =>/)
  })

  test('may stand in a resource that has no method of its own', () => {
    const document = documentWith({ 'x-packages': { method: 'rooms.bookings.get' } })
    const code = resourcesFile(document, resolved)
    expect(code).toContain('  /** Rooms: `bookings.get`. */\n  readonly rooms: Rooms\n}')
    expect(code).toMatch(/\n {4}rooms: \{\n {6}bookings: \{\n {8}get: /)
  })

  test('checks what has limits in the document, and nothing else', () => {
    const checked = (document: Document, path: string) =>
      resourcesFile(document, resolved).match(
        new RegExp(`'${path}', (checkFields\\(.*?\\)), `),
      )?.[1]
    const document = readSpec() as Document
    const list = '/cgi-bin/meeting/webinar/enroll/list'
    expect(checked(document, list)).toBe('checkFields(request, { limit: [1, 50] })')
    expect(checked(document, '/cgi-bin/meeting/get_user_meetingid')).toBe(
      "checkFields(request, { limit: [1, 100] }, ['begin_time', 'end_time'], 15552000)",
    )
    const { schemas } = document.components as {
      schemas: Record<string, { properties: Record<string, unknown> }>
    }
    delete schemas.ListWebinarEnrollmentsRequest?.properties.limit
    expect(checked(document, list)).toBe('checkFields(request)')
  })

  test('that is paged needs no file of its own, and says where its pages are unlike others', () => {
    const document = readSpec() as Document
    const { post } = document.paths['/cgi-bin/meeting/webinar/enroll/list'] as { post: object }
    const pagination = {
      items: 'enroll_list',
      cursor: 'meetingid',
      first: '0',
      next: 'next_cursor',
      end: '0',
    }
    document.paths['/cgi-bin/meeting/webinar/enroll/list'] = {
      post: { ...post, 'x-pagination': pagination },
    }
    const code = resourcesFile(document, new Set())
    expect(code).toContain(
      "{ items: 'enroll_list', cursor: 'meetingid', first: '0', next: 'next_cursor', end: '0', more: 'has_more' }, toList<Enrollment>,",
    )
    expect(code).toContain("export type Enrollment = Schemas['Enrollment']\n")
    expect(code).toContain('  enroll_list: Enrollment[]\n')
  })

  test('says what becomes of it where no response comes, and of many', () => {
    const code = resourcesFile(documentWith({ 'x-effect': 'create' }), resolved)
    expect(code).toContain(
      'It makes something. Where no response of WeCom comes it is not sent again',
    )
    expect(code).toContain(
      'It changes something. Where no response of WeCom comes it is sent again',
    )
    expect(code).toContain('`unhandled_count` is how many of them')
    expect(operationsFile(documentWith({ 'x-effect': 'create' }))).toContain(
      "'/cgi-bin/meeting/webinar/new': ['getNew', 'meetingid', 'create'],",
    )
  })

  test('says how many of a list go in one request, where WeCom publishes it', () => {
    const path = '/cgi-bin/meeting/webinar/enroll/approve'
    const document = readSpec() as Document
    const { post } = document.paths[path] as { post: Record<string, object> }
    document.paths[path] = { post: { ...post, 'x-batch': { ...post['x-batch'], most: 20 } } }
    const code = resourcesFile(document, resolved)
    expect(code).toContain('At most 20 go in one request, or with `batchSize` fewer. `unhandled')
    expect(code).toContain("{ items: 'enroll_id_list', handled: 'handled_count', most: 20 }")
  })

  test('may list the same as another', () => {
    const document = readSpec() as Document
    const { schemas } = document.components as { schemas: Record<string, object> }
    const { post } = document.paths['/cgi-bin/meeting/webinar/enroll/list'] as { post: object }
    for (const name of ['Hosts', 'FormerHosts']) {
      const enroll_list = { type: 'array', items: { $ref: '#/components/schemas/WebinarHost' } }
      schemas[name] = { description: 'A page.', properties: { enroll_list } }
      const fields = { 'x-packages': { method: `webinars.list${name}` }, ...respondingWith(name) }
      document.paths[`/cgi-bin/${name}`] = { post: { ...post, ...fields } }
    }
    const code = resourcesFile(document, resolved)
    expect(code.match(/export type WebinarHost = Schemas\['WebinarHost'\]/g)).toHaveLength(1)
  })

  test('has a doc comment and an example whatever the texts are', () => {
    const requestBody = {
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/GetWebinarRequest' },
          examples: { own: { value: { meeting_code: "it's\n*/" } } },
        },
      },
    }
    const description = 'Accepts */*.\nAnd that is all.'
    const code = resourcesFile(documentWith({ description, requestBody }), resolved)
    expect(code).toContain('   * Accepts *\\/*.\n   * And that is all.\n')
    expect(code).toContain(`wecom.webinars.getNew({ meeting_code: "it's\\n*\\/" })\n`)
  })

  test('names no refusals where the examples have none', () => {
    const code = resourcesFile(documentWith(respondingWith('WebinarHost')), resolved)
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
    [
      'a method of a method',
      { 'x-packages': { method: 'webinars.get.new' } },
      /^getWebinar and getNew are the same method: give one another/,
    ],
    ['no body', { requestBody: undefined }, /has no named schema: put it/],
    ['a response without a name', responding({ type: 'object' }), /has no named schema: put it/],
    [
      'no request to show',
      {
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/GetWebinarRequest' } },
          },
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

  test('a paged list whose items are neither text nor have a name', () => {
    const document = readSpec() as Document
    const { schemas } = document.components as {
      schemas: Record<string, { properties: Record<string, { items?: object }> }>
    }
    const { enroll_list } = schemas.EnrollmentPage?.properties ?? {}
    if (enroll_list) enroll_list.items = { type: 'object' }
    expect(() => resourcesFile(document, resolved)).toThrow(
      /^The items of `enroll_list` are neither text nor have a named schema: put it/,
    )
  })

  test('two types of one name, a resource and a schema', () => {
    const document = documentWith({ 'x-packages': { method: 'getWebinarRequest.get' } })
    expect(() => resourcesFile(document, resolved)).toThrow(
      /^Two types of the client would be called GetWebinarRequest: change a `method`/,
    )
  })

  test.each(['Call', 'Enrollment'])('two types of one name, an imported %s', (name) => {
    const document = documentWith(respondingWith(name))
    const { schemas } = document.components as { schemas: Record<string, object> }
    schemas[name] = { description: 'Another.' }
    expect(() => resourcesFile(document, resolved)).toThrow(
      `Two types of the client would be called ${name}: `,
    )
  })

  test.each([
    ['of two resources', 'webinarsEnrollments.get', 'WebinarsEnrollments'],
    ['a resource and a response with a file of its own', 'meeting.get', 'Meeting'],
  ])('two types of one name, %s', (_, method, name) => {
    const document = documentWith({ 'x-packages': { method } })
    expect(() => resourcesFile(document, resolved)).toThrow(
      `Two types of the client would be called ${name}: `,
    )
  })
})
