import type { INodeParameters } from 'n8n-workflow'
import type { WorkflowFile } from './N8nApi.mts'
import { manualTrigger, START } from './nodeWorkflow.mts'

export const AGENT = 'Agent'
const [MODEL, TOOL] = ['Model', 'WeCom Meeting']

/** A workflow that starts by hand and runs an agent, whose model may call the node. */
export function agentWorkflow(
  credential: { id: string; name: string },
  modelCredential: { id: string; name: string },
  parameters: INodeParameters,
): WorkflowFile {
  return {
    name: `Agent: ${parameters.resource}: ${parameters.operation}`,
    nodes: [
      manualTrigger,
      {
        id: 'agent',
        name: AGENT,
        type: '@n8n/n8n-nodes-langchain.agent',
        typeVersion: 3.1,
        position: [220, 0],
        parameters: { promptType: 'define', text: 'Look it up.', options: {} },
      },
      {
        id: 'model',
        name: MODEL,
        type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
        typeVersion: 1.3,
        position: [120, 220],
        parameters: {
          model: { __rl: true, mode: 'id', value: 'scripted' },
          responsesApiEnabled: false,
          options: {},
        },
        credentials: { openAiApi: modelCredential },
      },
      {
        id: 'tool',
        name: TOOL,
        type: 'n8n-nodes-wecom-meeting.weComMeetingTool',
        typeVersion: 2,
        position: [320, 220],
        parameters: { descriptionType: 'auto', ...parameters },
        credentials: { weComMeetingApi: credential },
      },
    ],
    connections: {
      [START]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
      [MODEL]: { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index: 0 }]] },
      [TOOL]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
    },
  }
}
