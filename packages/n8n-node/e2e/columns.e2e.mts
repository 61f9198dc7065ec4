import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { activateTrigger } from './support/activateTrigger.mts'
import { fired } from './support/fired.mts'
import { itemsOf, N8nApi } from './support/N8nApi.mts'
import { NODE, nodeWorkflow, START, TRIGGER } from './support/nodeWorkflow.mts'

const [pending, rejected, approved] = [1, 2, 3]

let api: N8nApi
let mock: MockServer
let webinar: MockWebinar

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
  webinar = mock.addWebinar({
    title: '秋季发布会',
    enrollments: [
      { status: rejected, answer_list: [] },
      { status: approved, answer_list: [remarks(4)] },
    ],
  })
})

afterAll(() => mock.close())

it('from test event to live event, and in Get Many: the same columns', async () => {
  const workflowId = await activateTrigger(api, mock, webinar)

  const test = await api.run(workflowId, TRIGGER)
  const [tested] = itemsOf(test, TRIGGER)
  const columns = Object.keys(tested?.json ?? {})
  expect(columns.slice(0, 5)).toEqual([
    'event',
    'previous_status',
    'previous_status_name',
    'meetingid',
    'title',
  ])
  expect(columns.at(-1)).toBe('Remarks')

  // Who answers both questions of that title, and who answers none.
  mock.addEnrollments(webinar.meetingid, [
    { status: pending, answer_list: [remarks(1), remarks(4)] },
    { status: pending, answer_list: [] },
  ])
  const live = await fired(api, workflowId, 2)
  expect(live.map(({ json }) => Object.keys(json))).toEqual([columns, columns])
  expect(live).toMatchObject([
    { json: { title: '秋季发布会', Remarks: 'x; x' } },
    { json: { Remarks: null } },
  ])

  const { url: baseUrl, corpId, corpSecret } = mock
  const credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Columns')
  const chosen = { __rl: true, mode: 'id', value: webinar.meetingid }
  for (const parameters of [{}, { status: approved }, { status: rejected }, { limit: 1 }]) {
    const { id } = await api.createWorkflow(
      nodeWorkflow(credential, {
        resource: 'webinarEnrollment',
        operation: 'getAll',
        webinar: chosen,
        ...parameters,
      }),
    )
    const items = itemsOf(await api.run(id, START), NODE)
    expect(items.length).toBeGreaterThan(0)
    for (const { json } of items) expect(Object.keys(json)).toEqual(columns.slice(3))
  }
}, 240_000)

function remarks(question_num: number) {
  const kind = { is_required: 1, question_type: 3, special_type: 1 }
  return { question_num, question_title: 'Remarks', answer_content: ['x'], ...kind }
}
