import { resolved, type Schema } from './schemas.ts'

/** An operation of the document. */
export interface Operation {
  /** Name of the operation, such as `getMeeting`. */
  operationId: string
  /** Upper case, such as `POST`. */
  method: string
  /** Path below the server, such as `/cgi-bin/meeting/get_info`. */
  path: string
  /** What it does, in some words of English. */
  summary: string
  /** The same in Chinese. */
  summaryZh: string
  /** What there is to know about it, in English. */
  description: string
  /** The same in Chinese. */
  descriptionZh: string
  /** Address of WeCom's page. */
  page: string
  /** Day on which WeCom last changed the page, `YYYY-MM-DD`, where the page says so. */
  pageUpdated?: string
  /** What it does: changes nothing, may be done twice like once, or makes another one each time. */
  effect: 'read' | 'idempotent' | 'create'
  /** What must be switched on at the meeting that is named. */
  requires?: 'enrollment'
  /** How its list comes in pages. */
  pagination?: Pagination
  /** How it takes many at once. */
  batch?: Batch
  /** The client's method that it is, such as `webinars.enrollments.list`; `getToken` is none. */
  clientMethod?: string
  /** Schema of the request's body, as it stands in the document; a GET has none. */
  request?: Schema
  /** Schema of what comes back when the call succeeds, as it stands in the document. */
  response: Schema
  /** The request's named examples. */
  requestExamples: Record<string, unknown>
  /** The response's named examples, those of refusals too. */
  responseExamples: Record<string, unknown>
}

/** Where the parts of a list in pages are: names of fields, and the values of its cursor. */
export interface Pagination {
  /** The response's list. */
  items: string
  /** Where the request says from where on. */
  cursor: string
  /** What the cursor of the first page may be; empty where it is left out. */
  first: string
  /** Where the response says what the next request's cursor is. */
  next: string
  /** What stands there after the last page; it may also be absent. */
  end: string
  /** Where the response says whether further pages follow, if it does. */
  more?: string
}

/** Where the parts of a request about many are. */
export interface Batch {
  /** The request's list. */
  items: string
  /** Where the response counts how many of them were handled. */
  handled: string
  /** How many one request may have; WeCom does not always publish it. */
  most?: number
}

// biome-ignore lint/suspicious/noExplicitAny: the document's lint says what a node has
type Node = Record<string, any>

/** Every operation of a parsed document, in the document's order. */
export function operationsOf(document: Record<string, unknown>): Operation[] {
  const paths = Object.entries(document.paths as Record<string, Record<string, Node>>)
  return paths.flatMap(([path, item]) =>
    Object.entries(item).map(([method, node]) => operation(document, path, method, node)),
  )
}

function operation(
  document: Record<string, unknown>,
  path: string,
  method: string,
  node: Node,
): Operation {
  const request = node.requestBody?.content['application/json']
  const response = node.responses['200'].content['application/json']
  const optional = {
    pageUpdated: node.externalDocs['x-updated'],
    requires: node['x-requires'],
    pagination: node['x-pagination'],
    batch: node['x-batch'],
    clientMethod: node['x-packages']?.method,
    request: request?.schema,
  }
  return {
    operationId: node.operationId,
    method: method.toUpperCase(),
    path,
    summary: node.summary,
    summaryZh: node['x-summary-zh'],
    description: node.description,
    descriptionZh: node['x-description-zh'],
    page: node.externalDocs.url,
    effect: node['x-effect'],
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    response: response.schema.oneOf?.[0] ?? response.schema,
    requestExamples: examplesOf(document, request),
    responseExamples: examplesOf(document, response),
  }
}

function examplesOf(document: Record<string, unknown>, media: Node = {}): Record<string, unknown> {
  const examples = Object.entries<Node>(media.examples ?? {})
  return Object.fromEntries(
    examples.map(([name, example]) => [name, resolved(document, example).value]),
  )
}
