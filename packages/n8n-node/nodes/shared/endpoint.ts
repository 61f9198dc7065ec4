import type { Call, CallOptions, PagedList, WeComClient } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import { omitFields } from './fields.ts'

/** An endpoint of WeCom: what the nodes show of it and how they call it. */
export interface Endpoint {
  /** Finds the client's method. */
  method: (
    wecom: WeComClient,
  ) => (request: never, options: CallOptions) => Call<object> | PagedList<object, unknown>
  summary: string
  effect: 'read' | 'idempotent' | 'create'
  requires?: string
  /** How far apart two times of the request may be. */
  maxSpan?: { from: string; to: string; seconds: number }
  /** What the editor lists, and what it sets in the request. */
  operations: (ListedOperation & { request?: object })[]
  /** What one of them sets in the request. */
  request?: object | undefined
  /** What the request names by its ID or code. */
  locator?: 'meeting' | 'webinar'
  /** The list in the response whose entries become items. */
  items?: string
  /** The list in the request to which each item gives an entry. */
  batch?: string
  /** Schema of the response or, where that is a list, of its entries. */
  schema?: string
  fields: Record<string, RequestField>
}

/** Where the editor lists an operation, and how. What workflows store is `value`: it never changes. */
export interface ListedOperation {
  resource: { name: string; value: string }
  option: { name: string; value: string; action: string; description: string }
}

/** The texts of a request field and, where users fill it in, its parameter. */
interface RequestField extends Partial<INodeProperties> {
  displayName: string
  /** Above Limit, below it, or among the options. */
  place?: 'above' | 'below' | 'option'
  maximum?: number
}

/** The parameters of an endpoint that have this place. */
export function propertiesAt(
  wanted: RequestField['place'],
  { fields }: Endpoint,
): INodeProperties[] {
  return Object.values(fields)
    .filter(({ place }) => place === wanted)
    .map((field) => omitFields(['place', 'maximum'], field) as unknown as INodeProperties)
}

/** Fills in an open end of a period: the longest that WeCom takes, until `now` where both are open. */
export function withPeriod<Request extends object>(
  request: Request,
  { from, to, seconds }: NonNullable<Endpoint['maxSpan']>,
  now: Date,
): Request {
  const { [from]: begin, [to]: end } = request as Record<string, Date | undefined>
  const shifted = (date: Date, by: number) => new Date(date.getTime() + by * 1000)
  const until = end ?? (begin ? shifted(begin, seconds) : now)
  return { ...request, [from]: begin ?? shifted(until, -seconds), [to]: until }
}
