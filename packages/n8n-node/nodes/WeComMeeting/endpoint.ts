import type { WeComClient } from '@wecom-meeting/client/host'
import type { INodePropertyOptions } from 'n8n-workflow'

/** A request field, as the editor shows it. */
interface EndpointField {
  displayName: string
  description: string
  /** For a coded value: each code with its name. */
  options?: INodePropertyOptions[]
  /** For a number: the largest that WeCom takes. */
  maximum?: number
}

/** What the OpenAPI document says about one endpoint, texts in the words of the editor. */
export interface Endpoint<FieldName extends string> {
  operationId: string
  path: Parameters<WeComClient['raw']['POST']>[0]
  summary: string
  fields: Record<FieldName, EndpointField>
}
