import { WeComApiError, WeComError } from '@wecom-meeting/client/core'
import { type INode, type JsonObject, NodeApiError, NodeOperationError } from 'n8n-workflow'
import { noAnswerFix } from './noAnswerFix.ts'
import { refusalFix } from './refusalFix.ts'

/** The error that the editor shows: what happened as its message, what to do as its description. */
export function toNodeError(
  node: INode,
  error: unknown,
  item: { itemIndex?: number } = {},
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) return error
  if (error instanceof WeComApiError) return refusal(node, error, item)
  if (error instanceof WeComError) return noAnswer(node, error, item)
  const cause = error instanceof Error ? error : new Error(String(error))
  return new NodeOperationError(node, cause, item)
}

function refusal(node: INode, error: WeComApiError, item: { itemIndex?: number }): NodeApiError {
  const { message, errcode, errmsg, operation, helpUrl, hint = null } = error
  const details: JsonObject = { errcode, errmsg, operation, helpUrl, hint }
  const description = refusalFix(error)
  return new NodeApiError(node, details, { message, description, httpCode: `${errcode}`, ...item })
}

function noAnswer(node: INode, error: WeComError, item: { itemIndex?: number }): NodeApiError {
  const { message } = error
  const description = noAnswerFix(error)
  const nodeError = new NodeApiError(node, { message }, { message, description, ...item })
  // n8n replaces a message that contains a code such as ECONNREFUSED; ours says which server it was.
  nodeError.message = message
  return nodeError
}
