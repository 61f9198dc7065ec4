import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeParameters } from 'n8n-workflow'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ExecutionResult, itemsOf, N8nApi } from './support/N8nApi.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'

let api: N8nApi
let mock: MockServer
let credential: { id: string; name: string }
let parameters: INodeParameters
let workflowId: string
let enrolled: string[]

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
  const { meetingid } = mock.addWebinar()
  enrolled = mock.addEnrollments(meetingid, 170).map(({ enroll_id }) => String(enroll_id))
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Faults')
  parameters = {
    resource: 'webinarEnrollment',
    operation: 'getAll',
    webinar: { __rl: true, mode: 'id', value: meetingid },
    returnAll: true,
  }
  workflowId = (await api.createWorkflow(nodeWorkflow(credential, parameters))).id
})

afterEach(() => mock.clearFaults())
afterAll(() => mock.close())

describe('with WeCom in trouble, an execution in n8n', () => {
  it.each(['busy', 'token-dies'] as const)('gets everything in spite of %s', async (scenario) => {
    mock.scenario(scenario)
    expect(idsOf(await api.run(workflowId, START))).toEqual(enrolled)
  })

  it('gets everything over a network that breaks, cuts off and answers HTML', async () => {
    mock.fault({ operation: 'listWebinarEnrollments', drop: 'before', times: 1 })
    mock.fault({ operation: 'listWebinarEnrollments', drop: 'middle', times: 1 })
    mock.fault({ operation: 'listWebinarEnrollments', html: 502, times: 1 })
    expect(idsOf(await api.run(workflowId, START))).toEqual(enrolled)
  })

  it('says what happened where flaky-network is too much for it, and never gives a part', async () => {
    mock.scenario('flaky-network')
    const result = await api.run(workflowId, START)
    const ids = idsOf(result)
    if (result.error) expect(result.error.message).toContain('Check the Base URL')
    expect(ids).toEqual(result.error ? [] : enrolled)
  })

  it.each([
    ['rate-limited', '45009', 'Wait'],
    ['untrusted-ip', '60020', "Add 127.0.0.1 to the app's trusted IPs"],
    ['enrollment-off', '40058', 'Check that enrollment is switched on'],
  ] as const)('fails for %s, with what happened and what to do', async (scenario, code, fix) => {
    mock.scenario(scenario)
    const { status, error } = await api.run(workflowId, START)
    expect(status).toBe('error')
    expect(error?.message).toContain(code)
    expect(error?.message).toContain(fix)
  })
})

describe('where the user has chosen to go on, a refusal', () => {
  const item = {
    json: {
      error: expect.stringContaining('45009'),
      details: { fix: expect.stringContaining('Wait'), errcode: 45009 },
    },
  }

  it.each([
    ['an item', 'continueRegularOutput', [[item]]],
    ['an item of the error output', 'continueErrorOutput', [[], [item]]],
  ] as const)('becomes %s, with what to do', async (_, onError, outputs) => {
    mock.scenario('rate-limited')
    const workflow = nodeWorkflow(credential, parameters)
    const nodes = workflow.nodes.map((node) => (node.name === NODE ? { ...node, onError } : node))
    const { id } = await api.createWorkflow({ ...workflow, nodes })

    const { status, runData } = await api.run(id, START)

    expect(status).toBe('success')
    expect(runData[NODE]?.[0]?.data?.main).toMatchObject(outputs)
  })
})

function idsOf(result: ExecutionResult): unknown[] {
  return itemsOf(result, NODE).map(({ json }) => json.enroll_id)
}
