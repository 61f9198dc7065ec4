import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AGENT, agentWorkflow } from './support/agentWorkflow.mts'
import { itemsOf, N8nApi } from './support/N8nApi.mts'
import { START } from './support/nodeWorkflow.mts'
import { type ScriptedModel, startScriptedModel } from './support/scriptedModel.mts'

const argument = 'Meeting_Code'
const argumentDescription = 'The code of nine digits from the invitation'

let api: N8nApi
let mock: MockServer
let credential: { id: string; name: string }
let attendees: number

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
  const webinar = { meeting_code: '123450987', title: '秋季发布会', enrollments: 120 }
  const { meetingid } = mock.addWebinar(webinar)
  mock.addEnrollments(meetingid, [{ enroll_id: 'e-wang', status: 1 }])
  const meeting = mock.addMeeting({ meeting_code: '987654321', title: '周会' })
  attendees = Object.values(meeting.attendees as Record<string, object[]>).flat().length
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Tool')
})

afterAll(() => mock.close())

describe('the node, as a tool of an agent', () => {
  it.each([
    {
      description: 'Get a webinar in WeCom Meeting',
      parameters: { resource: 'webinar', operation: 'get', webinar: chosenByModel() },
      code: '123-450-987',
      item: { title: '秋季发布会', status_name: 'Not Started' },
      count: (): number => 1,
    },
    {
      description: 'Get a meeting in WeCom Meeting',
      parameters: { resource: 'meeting', operation: 'get', meeting: chosenByModel() },
      code: '987654321',
      item: { title: '周会' },
      count: (): number => 1,
    },
    {
      description: 'Get the attendees of a meeting in WeCom Meeting',
      parameters: { resource: 'meeting', operation: 'getAttendees', meeting: chosenByModel() },
      code: '987 654 321',
      item: { attendee_type: 'member', status_name: 'Attended' },
      count: (): number => attendees,
    },
    {
      description: 'Get many webinar enrollments in WeCom Meeting',
      parameters: { resource: 'webinarEnrollment', operation: 'getAll', webinar: chosenByModel() },
      code: '123450987',
      item: { status_name: expect.any(String), nick_name: expect.any(String) },
      // Limit's default.
      count: (): number => 50,
    },
    {
      description: 'Approve a webinar enrollment and so admit the person in WeCom Meeting',
      parameters: {
        resource: 'webinarEnrollment',
        operation: 'approve',
        webinar: chosenByModel(),
        enrollmentId: 'e-wang',
      },
      code: '123450987',
      item: { status_name: 'Approved', handled: true },
      count: (): number => 1,
    },
  ])(
    'does what it tells the model: $description',
    async ({ description, parameters, code, item, count }) => {
      await using model = await startScriptedModel({ [argument]: code })

      const answer = await ask(model, parameters)

      expect(model.offers).toMatchObject([{ name: 'WeCom_Meeting', description }])
      expect(model.offers[0]?.parameters).toMatchObject({
        properties: { [argument]: { type: 'string', description: argumentDescription } },
        required: [argument],
      })
      const [output = ''] = model.toolOutputs
      const items: IDataObject[] = JSON.parse(output)
      expect(items).toHaveLength(count())
      expect(items[0]).toMatchObject(item)
      // Small enough for a model that has more to read than this.
      expect(output.length / items.length).toBeLessThan(700)
      expect(answer).toBe(`It gave: ${output}`)
    },
  )

  it('tells the model of a refusal what happened and what to do', async () => {
    await using model = await startScriptedModel({ [argument]: '000 000 000' })

    const parameters = { resource: 'webinar', operation: 'get', webinar: chosenByModel() }
    const answer = await ask(model, parameters)

    expect(JSON.parse(model.toolOutputs[0] ?? '')).toEqual([
      { error: expect.stringMatching(/Webinar Code 000000000 with 730004: .+\. Check the code/) },
    ])
    expect(answer).toContain('Check the code')
  })

  it('tells the model that it has left out what it must give', async () => {
    await using model = await startScriptedModel({ [argument]: '' })

    await ask(model, { resource: 'webinar', operation: 'get', webinar: chosenByModel() })

    expect(JSON.parse(model.toolOutputs[0] ?? '')).toEqual([
      { error: expect.stringContaining('Webinar Code is empty') },
    ])
  })
})

/** The locator as it is where the user lets the model fill it. */
function chosenByModel() {
  const value = `={{ $fromAI('${argument}', '${argumentDescription}', 'string') }}`
  return { __rl: true, mode: 'code', value }
}

/** What the agent answers in the end. */
async function ask(model: ScriptedModel, parameters: INodeParameters): Promise<unknown> {
  const data = { apiKey: 'none', url: model.url, header: false }
  const modelCredential = await api.createCredential(data, 'Model', 'openAiApi')
  const workflow = agentWorkflow(credential, modelCredential, parameters)
  const result = await api.run((await api.createWorkflow(workflow)).id, START)
  expect(result.error?.message).toBeUndefined()
  expect(result.status).toBe('success')
  return itemsOf(result, AGENT)[0]?.json.output
}
