import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { activateTrigger } from './support/activateTrigger.mts'
import { fired } from './support/fired.mts'
import { N8nApi } from './support/N8nApi.mts'
import type { N8nServer } from './support/N8nServer.mts'
import { startN8nWithNode } from './support/n8nWithNode.mts'

/** n8n polls at most once a minute. */
const ONE_POLL_MS = 90_000

let server: N8nServer
let api: N8nApi
let mock: MockServer
let webinar: MockWebinar
let workflowId: string

// An n8n of its own: it is restarted on the way.
beforeAll(async () => {
  ;({ server, api } = await startN8nWithNode(inject('registryEnv')))
  mock = await startMockServer()
  webinar = mock.addWebinar({ enrollments: 60 })
})

afterAll(async () => {
  await server?.remove()
  await mock?.close()
})

describe('the trigger, activated in n8n', { timeout: ONE_POLL_MS }, () => {
  it('is silent about those who are there', async () => {
    workflowId = await activateTrigger(api, mock, webinar)
    expect(mock.requests({ operation: 'listWebinarEnrollments' })).toHaveLength(2)
    expect(await api.executionsOf(workflowId)).toEqual([])
  })

  it('starts the workflow for a new enrollment', async () => {
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳', status: 1 }])
    expect(await fired(api, workflowId, 1)).toMatchObject([
      { json: { event: 'created', nick_name: '王芳', status_name: 'Pending' } },
    ])
  })

  it('starts it for an approved enrollment', async () => {
    const [enrollment] = mock.enrollments(webinar.meetingid).slice(-1)
    mock.updateEnrollment(webinar.meetingid, enrollment?.enroll_id ?? '', { status: 3 })
    expect(await fired(api, workflowId, 2)).toMatchObject([
      { json: { event: 'statusChanged', nick_name: '王芳', previous_status_name: 'Pending' } },
    ])
  })

  describe('after a restart', () => {
    // How long n8n takes to start does not count as waiting for the poll.
    beforeAll(async () => {
      await server.down()
      mock.addEnrollments(webinar.meetingid, [{ nick_name: '李娜', status: 1 }])
      await server.up()
      api = await N8nApi.asOwner(server.url)
    })

    it('starts it for whoever enrolled while n8n was down, and for nobody else', async () => {
      expect(await fired(api, workflowId, 3)).toMatchObject([
        { json: { event: 'created', nick_name: '李娜' } },
      ])
    })
  })
})
