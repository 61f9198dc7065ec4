import { WeComApiError, WeComError } from '@wecom-meeting/client/core'
import { type INode, type JsonObject, NodeApiError, NodeOperationError } from 'n8n-workflow'

/** The error that the editor shows: what happened as its message, what to do as its description. */
export function toNodeError(
  node: INode,
  error: unknown,
  itemIndex: number,
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) return error
  if (error instanceof WeComApiError) return refusal(node, error, itemIndex)
  if (error instanceof WeComError) return noAnswer(node, error, itemIndex)
  const cause = error instanceof Error ? error : new Error(String(error))
  return new NodeOperationError(node, cause, { itemIndex })
}

function refusal(node: INode, error: WeComApiError, itemIndex: number): NodeApiError {
  const { message, fix, errcode, errmsg, operation, helpUrl, hint = null } = error
  const details: JsonObject = { errcode, errmsg, operation, helpUrl, hint }
  const httpCode = String(errcode)
  return new NodeApiError(node, details, { message, description: fix, httpCode, itemIndex })
}

function noAnswer(node: INode, error: WeComError, itemIndex: number): NodeApiError {
  const { message } = error
  const description =
    'Check the Base URL of the credential, and the network and proxy between n8n and that server.'
  const nodeError = new NodeApiError(node, { message }, { message, description, itemIndex })
  // n8n replaces a message that contains a code such as ECONNREFUSED; ours says which server it was.
  nodeError.message = message
  return nodeError
}
