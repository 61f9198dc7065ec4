import type { INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { itemsOf } from './support/N8nApi.mts'
import { type N8nWithMock, startN8nWithMock } from './support/n8nWithNode.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'
import { webinarItems } from './support/webinarItems.mts'

/**
 * What V8 may hold, in megabytes; where that is not enough, n8n's process dies. n8n 2.40 alone does
 * not start with 300, and the enrollments below fit in 350.
 */
const HEAP_MB = 400

let n8n: N8nWithMock

beforeAll(async () => {
  const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` }
  n8n = await startN8nWithMock(inject('registryEnv'), env)
})

afterAll(() => n8n?.[Symbol.asyncDispose]())

describe('1,000 items with Webinar → Get', () => {
  it('get 1,000 webinars in their order, for one token', async () => {
    const { wecomMeeting } = await webinarItems(n8n, 1000)
    const before = n8n.mock.requests({ operation: 'getToken' }).length
    for (const _ of Array(3)) await wecomMeeting()
    expect(n8n.mock.requests({ operation: 'getToken' })).toHaveLength(before + 1)
  })
})

describe(`10,000 enrollments with Return All, with a heap of ${HEAP_MB} MB`, () => {
  it.each<[string, INodeParameters]>([
    ['simplified', {}],
    ['with every field', { simplify: false, options: { answers: 'list' } }],
  ])(
    'come all, in order, %s',
    async (_, parameters) => {
      const { meetingid } = n8n.mock.addWebinar()
      const enrolled = n8n.mock.addEnrollments(meetingid, 10_000)
      const { id } = await n8n.api.createWorkflow(
        nodeWorkflow(n8n.credential, {
          resource: 'webinarEnrollment',
          operation: 'getAll',
          webinar: { __rl: true, mode: 'id', value: meetingid },
          returnAll: true,
          ...parameters,
        }),
      )

      const items = itemsOf(await n8n.api.run(id, START), NODE)

      expect(items.map(({ json }) => json.enroll_id)).toEqual(
        enrolled.map(({ enroll_id }) => String(enroll_id)),
      )
    },
    300_000,
  )
})
