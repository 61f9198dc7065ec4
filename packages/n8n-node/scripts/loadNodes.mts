import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { INodeTypeDescription } from 'n8n-workflow'

const nodesUrl = new URL('../nodes/', import.meta.url).href
const workflowUrl = pathToFileURL(createRequire(import.meta.url).resolve('n8n-workflow')).href

registerHooks({
  // Node cannot load n8n-workflow's other build: its imports lack their endings.
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier === 'n8n-workflow' ? workflowUrl : specifier, context),
  // n8n wants a CommonJS package; its sources are written as modules, which Node has to be told.
  load: (url, context, nextLoad) =>
    nextLoad(url, url.startsWith(nodesUrl) ? { ...context, format: 'module-typescript' } : context),
})

/** What each node says of itself, as its sources and the generated files are now. */
export async function loadDescriptions(): Promise<INodeTypeDescription[]> {
  const { WeComMeeting } = await import('../nodes/WeComMeeting/WeComMeeting.node.ts')
  const { WeComMeetingTrigger } = await import(
    '../nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts'
  )
  return [new WeComMeeting().description, new WeComMeetingTrigger().description]
}
