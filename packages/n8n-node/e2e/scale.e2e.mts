import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { itemsOf } from './support/N8nApi.mts'
import { type N8nWithMock, startN8nWithMock } from './support/n8nWithNode.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'
import { webinarItems } from './support/webinarItems.mts'

let n8n: N8nWithMock

beforeAll(async () => {
  n8n = await startN8nWithMock(inject('registryEnv'))
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

describe('10,000 enrollments with Return All', { timeout: 300_000 }, () => {
  let meetingid: string
  let enrolled: string[]

  beforeAll(async () => {
    ;({ meetingid } = n8n.mock.addWebinar())
    enrolled = n8n.mock.addEnrollments(meetingid, 10_000).map(({ enroll_id }) => String(enroll_id))
    // What n8n loads when it runs a node for the first time is not what the enrollments take.
    const few = n8n.mock.addWebinar({ enrollments: 100 })
    await enrollIds(few.meetingid)
  })

  it.each<[string, INodeParameters]>([
    ['simplified', {}],
    ['with every field', { simplify: false, options: { answers: 'list' } }],
  ])('come all, in order, %s', async (name, parameters) => {
    const before = residentMegabytes()
    const ended = new AbortController()
    const peak = peakUntil(ended.signal)
    expect(await enrollIds(meetingid, parameters)).toEqual(enrolled)
    ended.abort()
    console.log(`10,000 enrollments ${name}: ${((await peak) - before).toFixed(0)} MB`)
  })
})

async function enrollIds(meetingid: string, parameters: INodeParameters = {}): Promise<unknown[]> {
  const { id } = await n8n.api.createWorkflow(
    nodeWorkflow(n8n.credential, {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { __rl: true, mode: 'id', value: meetingid },
      returnAll: true,
      ...parameters,
    }),
  )
  return itemsOf(await n8n.api.run(id, START), NODE).map(({ json }) => json.enroll_id)
}

async function peakUntil(ended: AbortSignal): Promise<number> {
  let peak = 0
  while (!ended.aborted) {
    peak = Math.max(peak, residentMegabytes())
    await wait(20)
  }
  return peak
}

/** What n8n's process holds, garbage that nobody has collected yet included. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${n8n.server.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
