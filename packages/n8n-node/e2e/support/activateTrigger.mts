import type { MockServer, MockWebinar } from '@wecom-meeting/mock-server'
import type { N8nApi } from './N8nApi.mts'
import { triggerWorkflow } from './nodeWorkflow.mts'

/** Creates a workflow that starts with a webinar's enrollments, activates it, and gives its id. */
export async function activateTrigger(
  api: N8nApi,
  { url: baseUrl, corpId, corpSecret }: MockServer,
  { meetingid }: MockWebinar,
): Promise<string> {
  const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
  const webinar = { __rl: true, mode: 'id', value: meetingid }
  const workflow = await api.createWorkflow(
    triggerWorkflow(credential, { webinar, event: 'either' }),
  )
  await api.activate(workflow)
  await api.published(workflow.id)
  return workflow.id
}
