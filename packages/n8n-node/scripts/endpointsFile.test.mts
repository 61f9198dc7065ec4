import { readSpec } from '@wecom-meeting/spec'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../nodes/shared/endpoint.ts'
import { endpointsFile } from './endpointsFile.mts'

interface Document extends Record<string, unknown> {
  paths: Record<string, { post: Record<string, unknown> }>
  components: { schemas: Record<string, object> }
}

/** What the nodes know of an operation that differs from `getWebinar` in these fields. */
function endpointWith(fields: object, properties?: Record<string, object>, required?: string[]) {
  const document = readSpec() as Document
  const { post } = document.paths['/cgi-bin/meeting/webinar/get'] as { post: object }
  document.components.schemas.NewRequest = { type: 'object', properties, required }
  const schema = { $ref: '#/components/schemas/NewRequest' }
  const requestBody = { content: { 'application/json': { schema } } }
  document.paths['/cgi-bin/meeting/webinar/new'] = {
    post: { ...post, ...(properties && { requestBody }), operationId: 'getNew', ...fields },
  }
  const [, json = ''] =
    /export const getNew = (\{.*?\n\}) satisfies Endpoint/s.exec(endpointsFile(document)) ?? []
  return JSON.parse(json.replace(/ {2}method: .*\n/, '')) as Omit<Endpoint, 'method'>
}

const method = (name: string, node?: object) => ({ 'x-packages': { method: name, node } })
const returning = (name: string) => ({
  responses: {
    200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
  },
})

describe('an operation of the node', () => {
  it('is named by the client’s method, and says what the summary says', () => {
    const { operations, locator } = endpointWith({
      ...method('webinars.cancel'),
      summary: 'Cancel a webinar for good',
    })
    expect(locator).toBe('webinar')
    expect(operations).toEqual([
      {
        resource: { name: 'Webinar', value: 'webinar' },
        option: {
          name: 'Cancel',
          value: 'cancel',
          action: 'Cancel a webinar',
          description: 'Cancel a webinar for good',
        },
      },
    ])
  })

  it('that lists something gets many of them', () => {
    const pagination = { items: 'enroll_list', cursor: 'cursor', next: 'next_cursor' }
    const paged = { 'x-pagination': pagination, ...returning('EnrollmentPage') }
    const { operations, ...endpoint } = endpointWith({
      ...method('meetings.guests.list'),
      ...paged,
    })
    expect(operations).toMatchObject([
      {
        resource: { name: 'Meeting Guest', value: 'meetingGuest' },
        option: { name: 'Get Many', value: 'getAll', action: 'Get many meeting guests' },
      },
    ])
    expect(endpoint).toMatchObject({ items: 'enroll_list', schema: 'Enrollment' })
    expect(endpoint.locator).toBe('meeting')
  })

  it('says and lists what the document says it should', () => {
    const node = { operation: 'getHosts', action: 'Get hosts', summary: 'All', items: 'hosts' }
    const { operations, items, schema } = endpointWith(method('webinars.getNew', node))
    expect({ items, schema }).toEqual({ items: 'hosts', schema: 'WebinarHost' })
    expect(operations).toMatchObject([
      { option: { name: 'Get Hosts', value: 'getHosts', action: 'Get hosts', description: 'All' } },
    ])
  })
})

describe('a parameter', () => {
  it.each<[string, object, object]>([
    ['text', { type: 'string', title: 'Room ID' }, { name: 'roomId', type: 'string', default: '' }],
    ['a time', { $ref: '#/components/schemas/UnixTime' }, { type: 'dateTime', default: '' }],
    ['yes or no', { type: 'boolean' }, { type: 'boolean', default: false }],
    ['a number', { type: 'integer', minimum: 1 }, { type: 'number', typeOptions: { minValue: 1 } }],
    ['a code', { $ref: '#/components/schemas/EnrollmentAction' }, { type: 'options', default: 1 }],
  ])('for %s is an option unless WeCom requires it', (_, schema, expected) => {
    const optional = endpointWith(method('webinars.getNew'), {
      field: { title: 'Field', ...schema },
    })
    expect(optional.fields.field).toMatchObject({ place: 'option', ...expected })
    const request = { field: { title: 'Field', ...schema } }
    const needed = endpointWith(method('webinars.getNew'), request, ['field'])
    expect(needed.fields.field).toMatchObject({ place: 'above', ...expected })
  })

  it('narrows a list if it can be left empty or as it is', () => {
    const code = { $ref: '#/components/schemas/EnrollmentAction' }
    const request = {
      a: { type: 'string', title: 'A' },
      b: { ...code, default: 2 },
      c: code,
      limit: { type: 'integer', title: 'Limit', maximum: 9 },
    }
    const { fields } = endpointWith(
      { ...method('webinars.getNew'), 'x-pagination': { cursor: 'cursor' } },
      request,
    )
    const places = Object.values(fields).map(({ place }) => place)
    expect(places).toEqual(['above', 'below', 'option', undefined])
    expect(fields.b).toMatchObject({ default: 2 })
  })

  it('is none for what the node leaves out', () => {
    const request = { notes: { type: 'string', title: 'Notes' } }
    const { fields } = endpointWith(method('webinars.getNew', { without: ['notes'] }), request)
    expect(fields).toEqual({ notes: { displayName: 'Notes', description: '' } })
  })
})
