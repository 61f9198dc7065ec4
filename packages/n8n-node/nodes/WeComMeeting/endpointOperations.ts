import { type Meeting, toObjects, type Webinar } from '@wecom-meeting/client/host'
import { type INodeProperties, tryToParseDateTime } from 'n8n-workflow'
import { type Endpoint, propertiesAt, withPeriod } from '../shared/endpoint.ts'
import { copyOf, omitFields, simplified } from '../shared/fields.ts'
import { simplifiedFields } from '../shared/generated/responseFields.ts'
import { keyFrom, locators, webinarFrom } from '../shared/locators.ts'
import { optionsProperty, outputProperties, rawOption, waitOption } from '../shared/output.ts'
import { limitFrom, limitProperties, type NodeOperation, type OperationCall } from './operation.ts'

type Fields = Record<string, unknown>

/** What an operation does beyond its endpoint. */
interface Own {
  /** Parameters beside those that follow from the endpoint. */
  beside?: INodeProperties[]
  /** The same for options. */
  options?: INodeProperties[]
  /** How many entries of a list it reads at least. */
  atLeast?: (call: OperationCall) => number
  /**
   * Makes the items of what was found, the entries of a list or one response, unless it is to be raw. For
   * a request about many: one item for each entry.
   */
  toItems?: (call: OperationCall, request: never, found: never) => Promise<object[]>
}

/** The operations of an endpoint: one, or one for each of its actions. */
export function createOperations(endpoint: Endpoint, own: Own = {}): NodeOperation[] {
  const { batch, operations } = endpoint
  const properties = propertiesOf(endpoint, own)
  return operations.map(({ request, ...listed }) => {
    const one = { ...endpoint, request }
    return {
      ...listed,
      properties,
      keyOf: batch ? (call) => ({ ...askedIn(call, one), [batch]: null }) : undefined,
      run: (calls) => run(calls, one, own),
    }
  })
}

function propertiesOf(endpoint: Endpoint, own: Own): INodeProperties[] {
  const { items, locator, schema = '' } = endpoint
  const { beside = [], options = [] } = own
  const all = [...propertiesAt('option', endpoint), ...options, waitOption]
  return [
    ...(locator ? locators[locator] : []),
    ...propertiesAt('above', endpoint),
    ...(items ? limitProperties : []),
    ...propertiesAt('below', endpoint),
    ...beside,
    ...(simplifiedFields[schema] ? outputProperties(...all, rawOption) : [optionsProperty(...all)]),
  ]
}

/** What an item asks for, in the fields of the request. */
function askedIn(call: OperationCall, { fields, locator, request }: Endpoint): Fields {
  const { parameter, timeZone } = call
  const options = (parameter('options') ?? {}) as Fields
  const entered = Object.entries(fields).flatMap(([field, { name = '', place, type }]) => {
    const value = place === 'option' ? options[name] : place && parameter(name)
    if (value === undefined || value === '') return []
    const isTime = type === 'dateTime'
    return [[field, isTime ? tryToParseDateTime(value as string, timeZone).toJSDate() : value]]
  })
  const key = locator && keyFrom(parameter, locator)
  return { ...key, ...Object.fromEntries(entered), ...request }
}

/** The request of an item: with both ends of a period, and an ID where WeCom takes no code. */
async function requestIn(call: OperationCall, endpoint: Endpoint): Promise<Fields> {
  const { fields, locator, maxSpan } = endpoint
  const filled = askedIn(call, endpoint)
  const asked = maxSpan ? withPeriod(filled, maxSpan, call.now) : filled
  const { meeting_code, ...others } = asked
  if (meeting_code === undefined || fields.meeting_code) return asked
  if (locator === 'meeting') {
    throw new Error(
      `WeCom does not take the meeting code ${meeting_code} here: enter the ID under By ID.`,
    )
  }
  const { meetingid } = await webinarIn(call)
  return { meetingid, ...others }
}

/** The webinar that an item names, for what takes no code. */
export function webinarIn({ parameter, once, options, wecom }: OperationCall) {
  return webinarFrom(parameter, (key) =>
    once('webinar', key, () => wecom.webinars.get(key, options)),
  )
}

/** Makes one call, for one item or for the entries that several give to a request about many. */
async function run(calls: OperationCall[], endpoint: Endpoint, own: Own): Promise<object[][]> {
  const [call] = calls as [OperationCall]
  const { batch } = endpoint
  const { raw } = call.format
  // First: a wrong limit is told before anything is sent.
  const limit = Math.max(limitFrom(call.parameter), raw ? 0 : (own.atLeast?.(call) ?? 0))
  const request = await requestIn(call, endpoint)
  if (batch) request[batch] = calls.map((one) => askedIn(one, endpoint)[batch])
  const found = await read<object>(call, endpoint, request, limit)
  const items =
    own.toItems && !raw
      ? await own.toItems(call, request as never, found as never)
      : plainItems(call, endpoint, request, found)
  return batch ? items.map((item) => [item]) : [items]
}

function plainItems(
  call: OperationCall,
  endpoint: Endpoint,
  request: Fields,
  found: object[],
): object[] {
  const { batch } = endpoint
  if (found.length === 0 && !call.format.raw) {
    call.notice('WeCom lists nothing that fits the parameters.')
  }
  if (!batch) return found.map((one) => itemOf(call, endpoint, one, request))
  const others = omitFields([batch], request)
  return (request[batch] as unknown[]).map((entry) =>
    itemOf(call, endpoint, found[0] ?? {}, { ...others, [nameOfEntry(batch)]: entry }),
  )
}

/** What WeCom returns: one response, or the entries of a list up to the limit. */
export function read<Returned>(
  call: OperationCall,
  { effect, fields, items, method }: Endpoint,
  request: Fields,
  limit: number,
): Promise<Returned[]> {
  const { raw } = call.format
  const size = items && fields.limit?.maximum
  const send = async () => {
    const sized = size ? { ...request, limit: Math.min(limit, size) } : request
    const sent = method(call.wecom)(sized as never, call.options)
    const pages =
      'pages' in sent
        ? sent.pagesWithResponse({ limit })
        : [raw ? await sent.withResponse() : { data: await sent }]
    type Page = { data: object; response?: Response }
    const found = await Array.fromAsync<Page, unknown>(pages, async ({ data, response }) => {
      const body = (raw ? await response?.json() : data) as Fields
      if (!items) return body
      return raw ? toObjects(body[items]) : (body[items] ?? [])
    })
    return (items ? found.flat().slice(0, limit) : found) as Returned[]
  }
  // Whoever asks for a change twice wants it twice.
  return effect === 'read' ? call.once('data', [request, items && limit, raw], send) : send()
}

/** Such as `enroll_id` of `enroll_id_list`. */
function nameOfEntry(list: string): string {
  return list.replace(/_list$/, '')
}

/** What a response or an entry becomes. */
function itemOf(
  { format, version }: OperationCall,
  { effect, items = '', schema = '' }: Endpoint,
  data: object | string,
  request: Fields,
): object {
  const { raw, simplify, times } = format
  if (typeof data === 'string') return { [nameOfEntry(items)]: data }
  if (raw) return copyOf(data)
  if (schema === 'Meeting') return version.meetingItem(data as Meeting, request as never, format)
  if (schema === 'Webinar') return version.webinarItem(data as Webinar, format)
  const isShort = simplify && simplifiedFields[schema] !== undefined
  const item = isShort ? times(simplified(schema, data)) : times(data, schema)
  // Most of what changes something returns nothing.
  const done = Object.keys(item).length > 0 ? item : { success: true }
  return effect === 'read' ? item : { ...request, ...done }
}
