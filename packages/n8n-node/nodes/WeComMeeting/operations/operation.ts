import type { CallOptions, WeComClient } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import type { Once } from '../run/askOnce.ts'

/** What an operation gets to work with for one input item. */
export interface OperationCall {
  wecom: WeComClient
  /** Goes with every call to WeCom, so that it ends when the user stops the execution. */
  options: CallOptions
  /**
   * Value of the node's parameter `name` for this item, expressions resolved, of the type that the
   * property declares; null for a name that the operation does not have.
   */
  parameter: (name: string) => unknown
  /** The tokens that this run has sent: they must not show in anything that is put out. */
  sentTokens: ReadonlySet<string>
  /** Asks WeCom, unless an item of this run has asked the same. */
  once: Once
  /** Time zone of the workflow, such as `Asia/Shanghai`. */
  timeZone: string
  /** Shows a notice above the node's output. */
  notice: (message: string) => void
}

/** One entry of the node's Operation list: what it is called, what it asks for, what it does. */
export interface Operation {
  /** `name` is the label, `value` is what workflows store: it never changes. */
  resource: { name: string; value: string }
  name: string
  value: string
  action: string
  description: string
  /** Shown only while this operation is selected. */
  properties: INodeProperties[]
  /** Each object that comes back becomes one output item. */
  run: (call: OperationCall) => Promise<object[]>
}
