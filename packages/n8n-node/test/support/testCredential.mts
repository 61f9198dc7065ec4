import { type INodeTypes, Workflow } from 'n8n-workflow'
import { WeComMeetingApi } from '../../credentials/WeComMeetingApi.credentials.ts'
import { type HttpRequest, httpRequest as sendRequest } from './httpRequest.mts'

/** What the user has entered. */
type Entered = Record<'corpId' | 'corpSecret' | 'baseUrl', string>

/**
 * Tests a credential the way n8n's editor does: expressions resolved by n8n's own engine, then one
 * request, then the rules in their order, the first that matches being a failure.
 */
export async function testCredential(
  $credentials: Entered,
  httpRequest: HttpRequest = sendRequest,
): Promise<{ status: 'OK' | 'Error'; message?: string }> {
  const { request, rules = [] } = new WeComMeetingApi().test
  const answer = await httpRequest(resolved(request, { $credentials }))
  for (const { properties } of rules) {
    if ('key' in properties && answer?.[properties.key] === properties.value) {
      return { status: 'Error', message: properties.message }
    }
  }
  return { status: 'OK' }
}

function resolved<T>(request: T, variables: object): Parameters<HttpRequest>[0] {
  const node = { id: '', name: 'Test', type: '', typeVersion: 1, position: [0, 0], parameters: {} }
  const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) }
  const workflow = new Workflow({
    nodes: [node as never],
    connections: {},
    active: false,
    nodeTypes: nodeTypes as unknown as INodeTypes,
  })
  return workflow.expression.getParameterValue(
    request as never,
    null,
    0,
    0,
    node.name,
    [],
    'internal',
    variables as never,
  ) as never
}
