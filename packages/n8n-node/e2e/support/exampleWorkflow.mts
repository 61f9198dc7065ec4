import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { INodeParameters } from 'n8n-workflow'
import type { WorkflowFile } from './N8nApi.mts'

const examplesDir = join(import.meta.dirname, '../../../../examples/workflows')

/** What a user enters after importing an example. */
export interface Entered {
  credential: { id: string; name: string }
  meetingid: string
  /** What follows the @ in the mail addresses of the company. */
  domain?: string
  /** Address that HTTP requests go to, in place of the one in the file. */
  url?: string
}

/** An example as it stands in the repository, with what its note asks the user to enter. */
export function exampleWorkflow(file: string, entered: Entered): WorkflowFile {
  const text = readFileSync(join(examplesDir, file), 'utf8')
  const { domain = 'YOUR_COMPANY_DOMAIN' } = entered
  const workflow: WorkflowFile = JSON.parse(text.replaceAll('YOUR_COMPANY_DOMAIN', domain))
  const nodes = workflow.nodes.map((node) =>
    node.type?.startsWith('n8n-nodes-wecom-meeting.')
      ? {
          ...node,
          parameters: withMeeting(node.parameters ?? {}, entered.meetingid),
          credentials: { weComMeetingApi: entered.credential },
        }
      : node.type === 'n8n-nodes-base.httpRequest'
        ? { ...node, parameters: { ...node.parameters, url: entered.url ?? '' } }
        : node,
  )
  return { ...workflow, nodes }
}

function withMeeting(parameters: INodeParameters, meetingid: string): INodeParameters {
  const text = JSON.stringify(parameters)
  return JSON.parse(text.replace(/YOUR_(WEBINAR|MEETING)_ID/, meetingid))
}
