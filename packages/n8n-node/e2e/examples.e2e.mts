import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { exampleWorkflow } from './support/exampleWorkflow.mts'
import { type ExecutionResult, itemsOf, N8nApi, type WorkflowFile } from './support/N8nApi.mts'
import { startReceiver } from './support/receiver.mts'

const [pending, approved] = [1, 3]

let api: N8nApi
let mock: MockServer
let webinar: MockWebinar
let credential: { id: string; name: string }

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
  webinar = mock.addWebinar({
    title: '秋季发布会',
    enrollments: [
      { nick_name: '王芳', status: approved, enroll_time: '2026-03-14 16:00:00' },
      { nick_name: '李娜', status: pending, enroll_time: '2026-03-14 17:00:00' },
      { nick_name: '张伟', status: approved, enroll_time: '2026-03-14 18:00:00' },
    ],
  })
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Examples')
})

afterAll(() => mock.close())

describe('an example workflow, imported and executed', () => {
  it('enrollments-to-spreadsheet.json', async () => {
    const entered = { credential, meetingid: webinar.meetingid }
    const workflow = exampleWorkflow('enrollments-to-spreadsheet.json', entered)

    const rows = await run(readingBack(workflow, 'Make Spreadsheet', 'xlsx'), 'Start')

    expect(rows.map(({ 昵称 }) => 昵称)).toEqual(['王芳', '李娜', '张伟'])
    expect(rows[0]).toMatchObject({ 状态: '已通过', 报名时间: '2026-03-14 16:00:00' })
    // Every header is in Chinese.
    for (const header of Object.keys(rows[0] ?? {})) expect(header).toMatch(/\p{Script=Han}/u)
    const [enrollment] = mock.enrollments(webinar.meetingid)
    for (const { question_title, answer_content } of enrollment?.answer_list ?? []) {
      expect(String(rows[0]?.[question_title])).toBe(answer_content.join('; '))
    }
  })

  it('welcome-on-approval.json', async () => {
    await using receiver = await startReceiver()
    const entered = { credential, meetingid: webinar.meetingid, url: receiver.url }
    const last = mock.enrollments(webinar.meetingid).at(-1)
    const phone = last?.answer_list?.find(({ special_type }) => special_type === 2)

    await run(exampleWorkflow('welcome-on-approval.json', entered), 'Enrollment Approved')

    expect(receiver.received).toEqual([
      {
        channel: 'sms',
        to: phone?.answer_content?.[0],
        text: expect.stringMatching(/^Welcome, 张伟! .*秋季发布会.* https:\/\/\S+$/),
      },
    ])
  })

  it('attendance-report.json', async () => {
    const { meetingid, attendees } = mock.addMeeting()
    const entered = { credential, meetingid }
    const workflow = exampleWorkflow('attendance-report.json', entered)

    const rows = await run(readingBack(workflow, 'Make Report', 'csv'), 'Start')

    const minutes = rows.map((row) => Number(row.minutes))
    const { member, tmp_external_user } = attendees as Record<string, { cumulative_time: number }[]>
    const held = [...(member ?? []), ...(tmp_external_user ?? [])]
    expect(minutes).toEqual(
      held.map(({ cumulative_time }) => Math.round(cumulative_time / 60)).sort((a, b) => b - a),
    )
  })

  it('daily-digest.json', async () => {
    await using receiver = await startReceiver()
    const entered = { credential, meetingid: webinar.meetingid, url: receiver.url }

    await run(exampleWorkflow('daily-digest.json', entered), 'Every Morning')

    expect(receiver.received).toEqual([
      {
        msgtype: 'text',
        text: { content: '秋季发布会: 3 enrolled, 2 approved, 1 waiting for approval' },
      },
    ])
  })
})

const READ_BACK = 'Read Back'

/** The workflow, with the file that it makes read once more behind its end. */
function readingBack(workflow: WorkflowFile, last: string, operation: string): WorkflowFile {
  return {
    ...workflow,
    nodes: [
      ...workflow.nodes,
      {
        id: 'read-back',
        name: READ_BACK,
        type: 'n8n-nodes-base.extractFromFile',
        typeVersion: 1.1,
        position: [1100, 0],
        parameters: { operation },
      },
    ],
    connections: {
      ...workflow.connections,
      [last]: { main: [[{ node: READ_BACK, type: 'main', index: 0 }]] },
    },
  }
}

/** Executes a workflow and gives what was read back, if anything. */
async function run(workflow: WorkflowFile, trigger: string): Promise<IDataObject[]> {
  const { id } = await api.createWorkflow(workflow)
  const result: ExecutionResult = await api.run(id, trigger)
  expect(result.error?.message).toBeUndefined()
  expect(result.status).toBe('success')
  return itemsOf(result, READ_BACK).map(({ json }) => json)
}
