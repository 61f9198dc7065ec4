import { type Meeting, toObjects, type Webinar } from '@wecom-meeting/client/host'
import { type INodeProperties, tryToParseDateTime } from 'n8n-workflow'
import { type Endpoint, propertiesAt, withPeriod } from '../shared/endpoint.ts'
import { copyOf, simplified, withNames, without } from '../shared/fields.ts'
import { simplifiedFields } from '../shared/generated/responseFields.ts'
import { keyFrom, locators, webinarFrom, withoutId } from '../shared/locators.ts'
import { optionsProperty, outputProperties, rawOption, waitOption } from '../shared/output.ts'
import { limitFrom, limitProperties, type Operation, type OperationCall } from './operation.ts'

type Fields = Record<string, unknown>

/** What an operation does beyond its endpoint. */
interface Own {
  properties?: INodeProperties[]
  /** Options beside those that follow from the endpoint. */
  options?: INodeProperties[]
  /** Makes the items of one input item. */
  run?: (call: OperationCall) => Promise<object[]>
  /** Makes the item of each entry of a request about many. */
  pair?: (call: OperationCall, request: never, response: never) => Promise<object[]>
}

/** The operations of an endpoint: one, or one for each of its actions. */
export function operationsOf(endpoint: Endpoint, own: Own = {}): Operation[] {
  const { batch, operations } = endpoint
  const { properties = propertiesOf(endpoint, own.options), run = runAlone } = own
  return operations.map(({ request, ...listed }) => {
    const one = { ...endpoint, request }
    const operation = { ...listed, properties }
    if (!batch)
      return { ...operation, run: (calls) => Promise.all(calls.map((call) => run(call, one))) }
    const keyOf = (call: OperationCall) => ({ ...askedIn(call, one), [batch]: null })
    return { ...operation, keyOf, run: (calls) => runTogether(calls, one, batch, own.pair) }
  })
}

function propertiesOf(endpoint: Endpoint, options: INodeProperties[] = []): INodeProperties[] {
  const { items, locator, schema = '' } = endpoint
  const all = [...propertiesAt('option', endpoint), ...options, waitOption]
  return [
    ...(locator ? locators[locator] : []),
    ...propertiesAt('required', endpoint),
    ...(items ? limitProperties : []),
    ...propertiesAt('filter', endpoint),
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
export async function requestIn(call: OperationCall, endpoint: Endpoint): Promise<Fields> {
  const { fields, locator, maxSpan } = endpoint
  const asked = askedIn(call, endpoint)
  const { meeting_code, ...others } = maxSpan ? withPeriod(asked, maxSpan, call.now) : asked
  if (meeting_code === undefined) return others
  if (fields.meeting_code) return { meeting_code, ...others }
  if (locator === 'meeting') throw withoutId(locator, meeting_code)
  const { meetingid } = await webinarIn(call)
  return { meetingid, ...others }
}

/** The webinar that an item names, for what takes no code. */
export function webinarIn({ parameter, once, options, wecom }: OperationCall) {
  return webinarFrom(parameter, (key) =>
    once('webinar', key, () => wecom.webinars.get(key, options)),
  )
}

/** An item for the response, or for each entry of its list. */
async function runAlone(call: OperationCall, endpoint: Endpoint): Promise<object[]> {
  const request = await requestIn(call, endpoint)
  const found = await read<object | string>(call, endpoint, request)
  if (found.length === 0) call.notice('WeCom lists nothing that fits the parameters.')
  return found.map((one) => itemOf(call, endpoint, one, request))
}

/** What WeCom returns: one response, or the entries of a list up to the limit. */
export function read<Returned>(
  call: OperationCall,
  { effect, fields, items, method }: Endpoint,
  request: Fields,
  limit: number = limitFrom(call.parameter),
): Promise<Returned[]> {
  const { raw } = call.format
  const size = fields.limit && { limit: Math.min(limit, fields.limit.maximum ?? limit) }
  const send = async () => {
    const sent = method(call.wecom)({ ...request, ...size } as never, call.options)
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
    return found.flat().slice(0, limit) as Returned[]
  }
  // Whoever asks for a change twice wants it twice.
  return effect === 'read' ? call.once('data', [request, limit, raw], send) : send()
}

/** One call for several items, each of which gives an entry of its list. */
async function runTogether(
  calls: OperationCall[],
  endpoint: Endpoint,
  batch: string,
  pair: Own['pair'],
): Promise<object[][]> {
  const [call] = calls as [OperationCall]
  const entries = calls.map((one) => askedIn(one, endpoint)[batch])
  const others = without([batch], await requestIn(call, endpoint))
  const request = { ...others, [batch]: entries }
  const response = await endpoint.method(call.wecom)(request as never, call.options)
  const items = pair
    ? await pair(call, request as never, response as never)
    : entries.map((entry) => ({ ...others, [nameOfEntry(batch)]: entry, ...response }))
  return items.map((item) => [item])
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
  const item = times(isShort ? simplified(schema, data) : withNames(schema, data))
  // Most of what changes something returns nothing.
  const done = Object.keys(item).length > 0 ? item : { success: true }
  return effect === 'read' ? item : { ...request, ...done }
}
