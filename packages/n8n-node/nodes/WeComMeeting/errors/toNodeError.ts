import { InvalidRequestError, WeComApiError, WeComError } from '@wecom-meeting/client/host'
import { type INode, type JsonObject, NodeApiError, NodeOperationError } from 'n8n-workflow'
import { noAnswerFix } from './noAnswerFix.ts'

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
  const { errcode, errmsg, operation, helpUrl, hint = null } = error
  const details: JsonObject = { errcode, errmsg, operation, helpUrl, hint }
  const texts = textsFor(node, error.message, refusalFix(error))
  return new NodeApiError(node, details, { ...texts, httpCode: `${errcode}`, ...item })
}

/**
 * What to do about a refusal. Of enrollment that is not switched on WeCom's page says that it is
 * refused, but not with which number: so it is named where the number is one that nobody has
 * described, or says no more than that something is wrong with the request.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
function refusalFix(error: WeComApiError): string {
  const { operation, fix } = error
  // Each described number has a class of its own.
  const isDescribed = error.constructor !== WeComApiError && !(error instanceof InvalidRequestError)
  if (operation !== 'listWebinarEnrollments' || isDescribed) return fix
  return `Check that enrollment is switched on for this webinar: WeCom refuses this call where it is not. If it is: ${fix}`
}

function noAnswer(node: INode, error: WeComError, item: { itemIndex?: number }): NodeApiError {
  const texts = textsFor(node, error.message, noAnswerFix(error))
  const nodeError = new NodeApiError(node, { message: error.message }, { ...texts, ...item })
  // n8n replaces a message that contains a code such as ECONNREFUSED; ours says which server it was.
  nodeError.message = texts.message
  return nodeError
}

/**
 * Where the node is an agent's tool, n8n hands the message to the model and nothing else of the error,
 * so there the message also says what to do. n8n makes the tool's name by adding `Tool` to the node's.
 */
function textsFor(
  { type }: INode,
  message: string,
  description: string,
): { message: string; description: string } {
  return { message: type.endsWith('Tool') ? `${message}. ${description}` : message, description }
}
