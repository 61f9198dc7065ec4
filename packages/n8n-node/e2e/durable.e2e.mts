import { setTimeout as wait } from 'node:timers/promises'
import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { activateTrigger } from './support/activateTrigger.mts'
import { fired } from './support/fired.mts'
import { N8nApi } from './support/N8nApi.mts'
import type { N8nServer } from './support/N8nServer.mts'
import { startN8nWithNode } from './support/n8nWithNode.mts'

/** n8n schedules each workflow on a second of its own, once a minute. */
const ONE_POLL_MS = 120_000

let server: N8nServer
let api: N8nApi
let mock: MockServer
let webinar: MockWebinar
let workflowId: string

// Here n8n schedules polls in its database, and keeps there, apart from the workflow, what they remember.
beforeAll(async () => {
  ;({ server, api } = await startN8nWithNode(inject('registryEnv'), {
    N8N_SCHEDULER_ENABLED: 'true',
    N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
    N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
  }))
  mock = await startMockServer()
  webinar = mock.addWebinar({ enrollments: 60 })
})

afterAll(async () => {
  await server?.remove()
  await mock?.close()
})

describe("the trigger under n8n's durable pollers", { timeout: ONE_POLL_MS }, () => {
  it('is silent about those who are there at the first poll', async () => {
    workflowId = await activateTrigger(api, mock, webinar)

    // n8n keeps nothing of the poll that it makes to try the trigger; the first that counts comes after it.
    const { number: tried = 0 } = mock.requests().at(-1) ?? {}
    const lastPage = { operation: 'listWebinarEnrollments', after: tried + 1 } as const
    await mock.waitFor(lastPage, { timeout: ONE_POLL_MS })
    await wait(1000)
    expect(await api.executionsOf(workflowId)).toEqual([])
  })

  it('tells, after a restart, of whoever enrolled while n8n was down, and of nobody else', async () => {
    await server.down()
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳', status: 1 }])
    await server.up()
    api = await N8nApi.asOwner(server.url)

    expect(await fired(api, workflowId, 1)).toMatchObject([
      { json: { event: 'created', nick_name: '王芳', status_name: 'Pending' } },
    ])
  })
})
