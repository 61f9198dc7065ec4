import { setTimeout as wait } from 'node:timers/promises'
import { startMockServer } from '@wecom-meeting/mock-server'
import { expect, inject, it } from 'vitest'
import { exampleWorkflow } from './support/exampleWorkflow.mts'
import { itemsOf, N8nApi, type WorkflowFile } from './support/N8nApi.mts'
import { TRIGGER, triggerWorkflow } from './support/nodeWorkflow.mts'

const [pending, rejected, approved] = [1, 2, 3]

/** n8n polls at most once a minute, and two polls follow one another here. */
const TWO_POLLS_MS = 180_000

it('a trigger leads to a rule, the rule to an approval, and the approval to another trigger', {
  timeout: TWO_POLLS_MS,
}, async () => {
  const api = await N8nApi.asOwner(inject('n8nUrl'))
  await using mock = await startMockServer()
  const { meetingid } = mock.addWebinar({ enrollments: 3 })
  const { url: baseUrl, corpId, corpSecret } = mock
  const credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Approvals')
  const webinar = { __rl: true, mode: 'id', value: meetingid }
  const entered = { credential, meetingid, domain: 'company.example' }
  const ruleId = await activate(api, exampleWorkflow('approve-by-rule.json', entered))
  const watching = triggerWorkflow(credential, {
    webinar,
    event: 'statusChanged',
    toStatus: approved,
  })
  const watchId = await activate(api, watching)

  mock.addEnrollments(meetingid, [
    { nick_name: '王芳', status: pending, answer_list: mail('wang@company.example') },
    { nick_name: '张伟', status: pending, answer_list: mail('zhang@elsewhere.example') },
    { nick_name: '李娜', status: pending, answer_list: mail('li@COMPANY.example') },
  ])

  const rule = await api.ended(await execution(api, ruleId))
  expect(rule.status).toBe('success')
  expect(outcomes(rule, 'Approve')).toEqual([
    ['Approved', true],
    ['Approved', true],
  ])
  expect(outcomes(rule, 'Reject')).toEqual([['Rejected', true]])
  const added = mock.enrollments(meetingid).slice(-3)
  expect(added.map(({ status }) => status)).toEqual([approved, rejected, approved])
  // One call for the two that are approved.
  expect(mock.requests({ operation: 'reviewWebinarEnrollments' })).toHaveLength(2)

  const seen = new Set<unknown>()
  while (seen.size < 2) {
    for (const id of await api.executionsOf(watchId)) {
      const items = itemsOf(await api.ended(id), TRIGGER)
      for (const { json } of items) seen.add(json.nick_name)
    }
    await wait(1000)
  }
  expect(seen).toEqual(new Set(['王芳', '李娜']))
  expect(await api.executionsOf(ruleId)).toHaveLength(1)
})

async function activate(api: N8nApi, file: WorkflowFile): Promise<string> {
  const workflow = await api.createWorkflow(file)
  await api.activate(workflow)
  await api.published(workflow.id)
  return workflow.id
}

/** The first execution of the workflow, once there is one. */
async function execution(api: N8nApi, workflowId: string): Promise<string> {
  for (;;) {
    const [id] = await api.executionsOf(workflowId)
    if (id) return id
    await wait(1000)
  }
}

function outcomes(result: Parameters<typeof itemsOf>[0], node: string): unknown[] {
  return itemsOf(result, node).map(({ json }) => [json.status_name, json.handled])
}

function mail(address: string) {
  return [
    {
      question_num: 1,
      question_title: '邮箱',
      question_type: 3,
      special_type: 3,
      is_required: 2,
      answer_content: [address],
    },
  ]
}
