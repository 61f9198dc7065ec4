import { type Call, type Meeting, toObjects, type Webinar } from '@wecom-meeting/client/host'
import { type INodeProperties, tryToParseDateTime } from 'n8n-workflow'
import { type Endpoint, propertiesAt, withPeriod } from '../shared/endpoint.ts'
import { copyOf, simplified, withNames } from '../shared/fields.ts'
import { simplifiedFields } from '../shared/generated/responseFields.ts'
import { keyFrom, locators, webinarFrom, withoutId } from '../shared/locators.ts'
import { optionsProperty, outputProperties, rawOption, waitOption } from '../shared/output.ts'
import {
  limitFrom,
  limitProperties,
  type Operation,
  type OperationCall,
  oneByOne,
} from './operation.ts'

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
  const { batch, items, operations, resource } = endpoint
  const properties = own.properties ?? propertiesOf(endpoint, own.options)
  const run = own.run ?? (items ? runList : runOne)
  return operations.map(({ request, ...texts }) => {
    const one = { ...endpoint, request }
    const operation = { resource, ...texts, properties }
    if (!batch) return { ...operation, run: oneByOne((call) => run(call, one)) }
    const keyOf = (call: OperationCall) => ({ ...askedIn(call, endpoint), [batch]: null })
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
export function askedIn(call: OperationCall, { fields, locator, request }: Endpoint): Fields {
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

/** The request for it: with both ends of a period, and an ID where WeCom takes no code. */
async function requestFor(
  call: OperationCall,
  { fields, locator, maxSpan }: Endpoint,
  asked: Fields,
): Promise<Fields> {
  const request = maxSpan ? withPeriod(asked, maxSpan) : asked
  const { meeting_code, ...others } = request
  if (meeting_code === undefined || fields.meeting_code) return request
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

/** One call, one item. */
async function runOne(call: OperationCall, endpoint: Endpoint): Promise<object[]> {
  const { format, once, options, wecom } = call
  const request = await requestFor(call, endpoint, askedIn(call, endpoint))
  const send = async () => {
    const sent = endpoint.method(wecom)(request as never, options) as Call<object>
    return format.raw ? bodyOf(await sent.withResponse()) : sent
  }
  const isRead = endpoint.effect === 'read'
  const data = await (isRead ? once('data', [request, format.raw], send) : send())
  const item = itemOf(call, endpoint, data, request)
  // Most of what changes something returns nothing.
  const done = Object.keys(data).length > 0 ? item : { success: true }
  return [isRead ? item : { ...request, ...done }]
}

/** An item for each entry of a list. */
async function runList(call: OperationCall, endpoint: Endpoint): Promise<object[]> {
  const found = await listOf<unknown>(call, endpoint)
  const { items = '', resource } = endpoint
  const noun = resource.name.toLowerCase()
  if (found.length === 0) call.notice(`WeCom lists no ${noun} that fits the parameters.`)
  return found.map((entry) =>
    Object(entry) === entry
      ? itemOf(call, endpoint, entry as object)
      : { [nameOfEntry(items)]: entry },
  )
}

/** The entries of a list, up to the limit. */
export function listOf<Entry>(
  call: OperationCall,
  endpoint: Endpoint,
  asked: Fields = askedIn(call, endpoint),
  limit: number = limitFrom(call.parameter),
): Promise<Entry[]> {
  const { fields, items = '', method } = endpoint
  const { raw } = call.format
  return call.once('list', [asked, limit, raw], async () => {
    const size = fields.limit && { limit: Math.min(limit, fields.limit.maximum ?? limit) }
    const request = { ...(await requestFor(call, endpoint, asked)), ...size }
    const list = method(call.wecom)(request as never, call.options)
    const pages = 'pages' in list ? list.pagesWithResponse({ limit }) : [await list.withResponse()]
    const found = await Array.fromAsync(pages, async (page) =>
      raw ? toObjects((await bodyOf(page))[items]) : ((page.data as Fields)[items] ?? []),
    )
    return found.flat().slice(0, limit) as Entry[]
  })
}

/** What WeCom sent, no contradiction resolved. */
function bodyOf({ response }: { response: Response }): Promise<Fields> {
  return response.json() as Promise<Fields>
}

/** One call for several items, each of which gives an entry of its list. */
async function runTogether(
  calls: OperationCall[],
  endpoint: Endpoint,
  batch: string,
  pair: Own['pair'],
): Promise<object[][]> {
  const [call] = calls as [OperationCall]
  const asked = calls.map((one) => askedIn(one, endpoint))
  const entries = asked.map((one) => one[batch])
  const request = await requestFor(call, endpoint, { ...asked[0], [batch]: entries })
  const response = await endpoint.method(call.wecom)(request as never, call.options)
  const items = pair
    ? await pair(call, request as never, response as never)
    : entries.map((entry) => ({ [nameOfEntry(batch)]: entry, ...response }))
  return items.map((item) => [item])
}

/** Such as `enroll_id` for the entries of `enroll_id_list`. */
function nameOfEntry(list: string): string {
  return list.replace(/_list$/, '')
}

/** What an entry or a response becomes. */
function itemOf(
  call: OperationCall,
  { schema = '' }: Endpoint,
  data: object,
  request = {},
): object {
  const { format, version } = call
  const { raw, simplify, times } = format
  if (raw) return copyOf(data)
  if (schema === 'Meeting') return version.meetingItem(data as Meeting, request as never, format)
  if (schema === 'Webinar') return version.webinarItem(data as Webinar, format)
  const isShort = simplify && simplifiedFields[schema] !== undefined
  return times(isShort ? simplified(schema, data) : withNames(schema, data))
}
