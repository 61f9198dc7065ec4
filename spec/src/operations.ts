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
  /** What the n8n node shows of it where that does not follow from the rest. */
  node?: NodeTexts
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

/** The n8n node's part of an operation, in English alone, as its editor is. */
export interface NodeTexts {
  /** What workflows store for it, such as `getRecords`. */
  operation?: string
  /** What the editor lists it as, such as `Get many meetings of a member`. */
  action?: string
  /** The same for each value of the request field `action`, by its name: each becomes an operation. */
  actions?: Record<string, string>
  /** What it does, where the operation's summary does not say it all. */
  summary?: string
  /** What the editor says of a request field in place of its description. */
  fields?: Record<string, string>
  /** The list in the response whose entries become items, where it does not come in pages. */
  items?: string
  /** Request fields that it does not offer, such as lists of objects. */
  without?: string[]
}

// biome-ignore lint/suspicious/noExplicitAny: the document's lint says what a node has
type Node = Record<string, any>

const METHOD = /^(get|put|post|delete|options|head|patch|trace)$/

/** Where the operations of a parsed document are, and how they stand there. */
export function operationNodes(
  document: Record<string, unknown>,
): { path: string; method: string; node: Node }[] {
  return Object.entries(document.paths as Record<string, Node>).flatMap(([path, item]) =>
    Object.entries<Node>(item)
      .filter(([key]) => METHOD.test(key))
      .map(([method, node]) => ({ path, method, node })),
  )
}

/**
 * Every operation of a parsed document, in the document's order.
 *
 * @throws if one lacks what each of them has.
 */
export function operationsOf(document: Record<string, unknown>): Operation[] {
  return operationNodes(document).map(({ path, method, node }) => {
    try {
      return operation(document, path, method, node)
    } catch (cause) {
      throw new Error(
        `${method.toUpperCase()} ${path} can't be read: an operation has \`externalDocs\`, and a schema for \`application/json\` in its response for 200 and in its \`requestBody\` if it has one. ${cause}.`,
      )
    }
  })
}

function operation(
  document: Record<string, unknown>,
  path: string,
  method: string,
  node: Node,
): Operation {
  const request = node.requestBody?.content['application/json']
  const response = node.responses['200'].content['application/json']
  return {
    operationId: node.operationId,
    method: method.toUpperCase(),
    path,
    summary: node.summary,
    summaryZh: node['x-summary-zh'],
    description: node.description,
    descriptionZh: node['x-description-zh'],
    page: node.externalDocs.url,
    pageUpdated: node.externalDocs['x-updated'],
    effect: node['x-effect'],
    requires: node['x-requires'],
    pagination: node['x-pagination'],
    batch: node['x-batch'],
    clientMethod: node['x-packages']?.method,
    node: node['x-packages']?.node,
    request: request?.schema,
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
