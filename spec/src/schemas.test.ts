import { expect, test } from 'vitest'
import { operationsOf } from './operations.ts'
import { readSpec } from './readSpec.ts'
import { fieldsOf, refersTo, resolved, type Schema, schemasOf } from './schemas.ts'

const document = {
  components: {
    schemas: {
      Seconds: { type: 'integer', format: 'int64', description: 'Seconds.' },
      Start: { $ref: '#/components/schemas/Seconds', description: 'When it starts.' },
      Event: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          start: { $ref: '#/components/schemas/Start' },
          title: { type: 'string' },
          subject: { type: 'string' },
        },
        allOf: [
          {
            anyOf: [
              { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
              {
                type: 'object',
                required: ['subject'],
                properties: { subject: { type: 'string' } },
              },
            ],
          },
        ],
      },
    },
  },
} satisfies { components: { schemas: Record<string, Schema> } }
const event = { $ref: '#/components/schemas/Event' }

test('what stands beside a reference counts more than its target', () => {
  const start = { $ref: '#/components/schemas/Start', title: 'Start' }
  expect(resolved(document, start)).toEqual({
    type: 'integer',
    format: 'int64',
    description: 'When it starts.',
    title: 'Start',
  })
  expect(refersTo(document, start)).toEqual(['Start', 'Seconds'])
})

test('a reference to nothing is said so', () => {
  expect(() => resolved(document, { $ref: '#/components/schemas/Nothing' })).toThrow(
    'The document has no #/components/schemas/Nothing.',
  )
})

test('a field that only one of the forms requires is not required', () => {
  const required = fieldsOf(document, event).map(({ name, isRequired }) => [name, isRequired])
  expect(Object.fromEntries(required)).toEqual({
    id: true,
    start: false,
    title: false,
    subject: false,
  })
})

test('a field that every form requires is required', () => {
  const forms = ['a', 'b'].map((name) => ({
    type: 'object',
    required: ['id', name],
    properties: { id: { type: 'string' }, [name]: { type: 'string' } },
  }))
  const required = fieldsOf(document, { oneOf: forms }).filter(({ isRequired }) => isRequired)
  expect(required.map(({ name }) => name)).toEqual(['id'])
})

test('the fields of a list are those of its items, and know what they refer to', () => {
  const start = fieldsOf(document, { type: 'array', items: event }).find(
    ({ name }) => name === 'start',
  )
  expect(start?.refersTo).toEqual(['Start', 'Seconds'])
  expect(start?.schema.description).toBe('When it starts.')
})

test('the operations have their requests, responses and examples', () => {
  const spec = readSpec()
  const operations = operationsOf(spec)
  expect(operations.map(({ operationId, method }) => [operationId, method])).toContainEqual([
    'getToken',
    'GET',
  ])
  const meeting = operations.find(({ operationId }) => operationId === 'getMeeting')
  expect(meeting).toMatchObject({
    clientMethod: 'meetings.get',
    request: { $ref: '#/components/schemas/GetMeetingRequest' },
    response: { $ref: '#/components/schemas/Meeting' },
  })
  expect(meeting?.responseExamples['system-busy']).toMatchObject({ errcode: -1 })
  expect(Object.keys(schemasOf(spec))).toContain('Meeting')
})
