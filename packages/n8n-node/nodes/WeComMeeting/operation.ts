import type { CallOptions, WeComClient } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import type { ListedOperation } from '../shared/endpoint.ts'
import type { OutputFormat } from '../shared/output.ts'
import type { Parameter } from '../shared/parameters.ts'
import type { NodeVersion } from '../shared/versions.ts'

/** What an operation gets for one input item. */
export interface OperationCall {
  wecom: WeComClient
  /** For every call to WeCom, so that it ends when the user stops the execution. */
  options: CallOptions
  /** Reads a parameter of this item. */
  parameter: Parameter
  /**
   * Sends a request that reads unless an item of this run has sent the same one.
   *
   * @param kind Names what is returned: one request with two kinds of result has two kinds.
   */
  once: <Result>(kind: string, request: unknown, send: () => Promise<Result>) => Promise<Result>
  /** How the user wants this item's output. */
  format: OutputFormat
  /** What gives responses the form of items. */
  version: NodeVersion
  /** Of the workflow. */
  timeZone: string
  /** When the run began. */
  now: Date
  /** Shows a notice above the node's output. */
  notice: (message: string) => void
}

/** What the node can do: how the editor lists it, its parameters, what it does. */
export interface NodeOperation extends ListedOperation {
  /** Shown only while this operation is selected. */
  properties: INodeProperties[]
  /**
   * Items with the same key go in one call; without it each item makes its own. It reads all parameters of
   * the item, so that an invalid one fails this item alone.
   */
  keyOf?: ((call: OperationCall) => unknown) | undefined
  /** Runs for the items of one call, at least one. Each object returned for an item becomes an output item. */
  run: (calls: OperationCall[]) => Promise<object[][]>
}

/** Return All and Limit. */
export const limitProperties: [INodeProperties, INodeProperties] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
    displayOptions: { show: { returnAll: [false] } },
  },
]

/** How many items the parameters of `limitProperties` allow, where an operation has them. */
export function limitFrom(parameter: Parameter): number {
  const limit = parameter('returnAll') ? null : (parameter('limit') as number | null)
  return limit ?? Number.POSITIVE_INFINITY
}
