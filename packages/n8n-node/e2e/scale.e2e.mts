import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { allEnrollments, requestedEnrollments, SPLIT } from './support/enrollmentItems.mts'
import { MeasuredN8n } from './support/MeasuredN8n.mts'
import { type MemoryNeeded, memoryNeeded } from './support/memoryNeeded.mts'
import { type ExecutionResult, itemsOf } from './support/N8nApi.mts'
import { NODE } from './support/nodeWorkflow.mts'
import { type Cost, webinarItems } from './support/webinarItems.mts'

let n8n: MeasuredN8n

beforeAll(async () => {
  n8n = await MeasuredN8n.start(inject('registryEnv'))
})

afterAll(() => n8n?.[Symbol.asyncDispose]())

describe('1,000 items with Webinar → Get', () => {
  it('get 1,000 webinars in their order, for one token', async () => {
    const { wecomMeeting, httpRequest } = await webinarItems(n8n, 1000)
    const ours: Cost[] = []
    const theirs: Cost[] = []
    // Alternated, so that a slow moment of the machine hits both.
    for (const _ of Array(3)) {
      ours.push(await wecomMeeting())
      theirs.push(await httpRequest())
    }

    console.log(
      `1,000 items: this node ${costText(ours)}; HTTP Request node ${costText(theirs)} (medians; pnpm bench n8n measures thoroughly)`,
    )
    // One token more: the HTTP Request node has the one that this test got for it.
    expect(n8n.mock.requests({ operation: 'getToken' })).toHaveLength(2)
  })
})

describe('10,000 enrollments with Return All', () => {
  const ENROLLMENTS = 10_000
  /** What n8n may hold beyond what it held before, in megabytes. */
  const BOUND = 100
  const everything = { simplify: false, options: { answers: 'list' } }

  it(`come all, in order, within ${BOUND} MB`, { timeout: 300_000 }, async () => {
    const { meetingid: few } = n8n.mock.addWebinar()
    n8n.mock.addEnrollments(few, 100)
    const { meetingid } = n8n.mock.addWebinar()
    const enrolled = n8n.mock
      .addEnrollments(meetingid, ENROLLMENTS)
      .map(({ enroll_id }) => String(enroll_id))
    // What n8n loads when it runs a node for the first time is not what the enrollments take.
    await memoryNeeded(n8n, allEnrollments(n8n, few))
    await memoryNeeded(n8n, await requestedEnrollments(n8n, few))

    const simplified = await memoryNeeded(n8n, allEnrollments(n8n, meetingid))
    const full = await memoryNeeded(n8n, allEnrollments(n8n, meetingid, everything))
    const requested = await memoryNeeded(n8n, await requestedEnrollments(n8n, meetingid))

    console.log(
      `${ENROLLMENTS} enrollments, memory in use beyond the start: ${memoryText(simplified)}; with every field ${memoryText(full)}; the same through HTTP Request and Split Out ${memoryText(requested)}`,
    )
    expect(enrollIds(simplified.result, NODE)).toEqual(enrolled)
    expect(enrollIds(full.result, NODE)).toEqual(enrolled)
    expect(itemsOf(requested.result, SPLIT)).toHaveLength(ENROLLMENTS)
    for (const { peak, left } of [simplified, full]) {
      expect(peak).toBeLessThan(BOUND)
      expect(left).toBeLessThan(BOUND)
    }
  })
})

function enrollIds(result: ExecutionResult, node: string): unknown[] {
  return itemsOf(result, node).map(({ json }) => json.enroll_id)
}

function memoryText({ peak, left }: MemoryNeeded): string {
  return `${peak.toFixed(0)} MB at most, ${left.toFixed(0)} MB after it`
}

function costText(costs: Cost[]): string {
  const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[1]?.toFixed(0)
  return `${median(costs.map(({ wallMs }) => wallMs))} ms, ${median(costs.map(({ cpuMs }) => cpuMs))} ms of CPU`
}
