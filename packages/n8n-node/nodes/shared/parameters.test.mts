import { startMockServer } from '@wecom-meeting/mock-server'
import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { execute } from '../../test/support/execute.mts'
import { watch } from '../../test/support/watch.mts'
import { WeComMeeting } from '../WeComMeeting/WeComMeeting.node.ts'
import { WeComMeetingTrigger } from '../WeComMeetingTrigger/WeComMeetingTrigger.node.ts'
import { checkedParameters } from './parameters.ts'

/** Every parameter of both nodes, those inside of collections with the path to them. */
const all = [WeComMeeting, WeComMeetingTrigger]
  .flatMap((Node) => new Node().description.properties)
  .map(({ displayOptions: _, ...property }) => property)
const unlike = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]

const odd: unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'nonsense',
  'Approved',
  'false',
  true,
  false,
  -1,
  0,
  1.5,
  9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  [],
  [1],
  {},
  { a: 1 },
  { mode: 'id' },
  { mode: 'list', value: 'x' },
  { mode: 'code', value: null },
  { mode: 'id', value: { a: 1 } },
  { isoTimes: 'perhaps' },
  { toString: 1, valueOf: 1 },
  Object.create(null),
  () => 1,
  Symbol('s'),
  new Date(0),
]

function read(property: INodeProperties, value: unknown): unknown {
  return checkedParameters([property], () => value)(property.name)
}

function entriesOf(property: INodeProperties): INodeProperties[] {
  return property.type === 'collection' ? (property.options as INodeProperties[]) : []
}

function isOfType(property: INodeProperties, value: unknown): boolean {
  const choices = property.options as INodePropertyOptions[]
  const checks: Record<string, () => boolean> = {
    boolean: () => typeof value === 'boolean',
    number: () => Number.isSafeInteger(value) && (value as number) >= 1,
    options: () => choices.some((choice) => choice.value === value),
    string: () => typeof value === 'string',
    dateTime: () => value === '' || !Number.isNaN(Date.parse(value as string)),
    resourceLocator: () => {
      const { mode, value: text } = value as { mode: string; value: string }
      return ['list', 'id', 'code', 'url'].includes(mode) && text.trim() !== ''
    },
    collection: () =>
      Object.entries(value as object).every(([name, one]) =>
        isOfType(entriesOf(property).find((entry) => entry.name === name) as INodeProperties, one),
      ),
  }
  return checks[property.type]?.() ?? false
}

describe.each(
  unlike.flatMap((property) => [property, ...entriesOf(property)]).map((one) => [one.name, one]),
)('the parameter %s', (_, property) => {
  it('has the declared type, or is refused in a sentence that names it, whatever comes', () => {
    for (const value of odd) {
      let result: unknown
      try {
        result = read(property, value)
      } catch (error) {
        expect((error as Error).message).toMatch(
          /^[^\n]+ is [^\n]+(; expected [^\n]+|expression that gives it)\.$/,
        )
        const names = [property, ...entriesOf(property)].map(({ displayName }) => displayName)
        expect(names.some((name) => (error as Error).message.includes(name))).toBe(true)
        continue
      }
      expect({ value, result, isOfType: isOfType(property, result) }).toMatchObject({
        isOfType: true,
      })
    }
  })
})

describe('Get Many', () => {
  /** Without columns, for which it reads a whole page. */
  const lean = { options: { answers: 'none' } }

  it.each<[string, INodeParameters, object]>([
    ['a status by its name', { status: 'Approved' }, { status: 3 }],
    ['a status by its name in another case', { status: ' approved ' }, { status: 3 }],
    ['a status in digits', { status: '2' }, { status: 2 }],
    ['a limit in digits', { limit: ' 7 ', ...lean }, { limit: 7 }],
    ['false as text', { returnAll: 'false', limit: 7, ...lean }, { limit: 7 }],
    ['true as text', { returnAll: 'TRUE', limit: 7 }, { limit: 50 }],
    ['a locator as plain text', { webinar: ' wb1 ' }, { meetingid: 'wb1' }],
    ['a locator that is a number', { webinar: 123 }, { meetingid: '123' }],
    ['a locator without a mode', { webinar: { value: 'wb1' } }, { meetingid: 'wb1' }],
    ['an ID that is a number', { webinar: { mode: 'id', value: 123 } }, { meetingid: '123' }],
    ['no options', { options: null as never }, { meetingid: 'wb1' }],
  ])('understands %s', async (_, parameters, body) => {
    const { output, sent } = await getMany(parameters)
    expect(output).toHaveLength(0)
    expect(sent).toMatchObject([body])
  })

  it.each<[string, unknown, string]>([
    ['status', 9, 'Status is 9; expected one of All (0), Pending (1), Rejected (2), Approved (3).'],
    ['status', null, 'Status is null; expected one of All (0)'],
    ['status', [3], 'Status is [3]; expected one of All (0)'],
    ['limit', true, 'Limit is true; expected a whole number from 1 up.'],
    ['limit', [5], 'Limit is [5]; expected a whole number from 1 up.'],
    ['limit', null, 'Limit is null; expected a whole number from 1 up.'],
    ['returnAll', 'all', 'Return All is "all"; expected true or false.'],
    ['simplify', {}, 'Simplify is {}; expected true or false.'],
    ['webinar', null, 'Webinar ID is empty: enter one, or correct the expression that gives it.'],
    ['webinar', ['wb1'], 'Webinar ID is ["wb1"]; expected text.'],
    ['webinar', { title: 'x' }, 'Webinar ID is {"title":"x"}; expected text.'],
    ['webinar', { mode: 'list', value: 'x' }, 'Mode of Webinar is "list"; expected one of "code"'],
    ['webinar', { mode: 'id', value: null }, 'Webinar ID is empty'],
    ['webinar', 2 ** 53, 'Webinar ID is 9007199254740992; expected text, as a number beyond 2^53'],
    ['webinar', 1.5, 'Webinar ID is 1.5; expected text.'],
    ['options', ['isoTimes'], 'Options is ["isoTimes"]; expected an object'],
    ['options', { isoTimes: 'soon' }, 'Times as ISO 8601 is "soon"; expected true or false.'],
    ['options', { answers: 'rows' }, 'Answers is "rows"; expected one of A Column per Question'],
  ])('refuses %s that is %j, and asks for nothing', async (name, value, message) => {
    await expect(getMany({ [name]: value } as INodeParameters)).rejects.toThrow(message)
  })

  it('cuts what it repeats', async () => {
    await expect(getMany({ limit: 'x'.repeat(10_000) })).rejects.toThrow(/^.{1,200}$/)
  })
})

describe('the trigger', () => {
  it.each<[INodeParameters, string]>([
    [{ event: 'gone' }, 'Trigger On is "gone"; expected one of Enrollment Created ("created")'],
    [{ event: 'either', toStatus: 9 }, 'To Status is 9; expected one of Any (0)'],
    [{ simplify: 'no' }, 'Simplify is "no"; expected true or false.'],
    [{ options: { deliverExisting: 'some' } }, 'Deliver Existing Enrollments is "some"'],
    [{ webinar: { mode: 'id', value: [] as never } }, 'Webinar ID is []; expected text.'],
  ])('refuses %j', async (parameters, message) => {
    await using mock = await startMockServer()
    const webinar = { mode: 'id', value: mock.addWebinar().meetingid }
    await expect(watch(mock, { webinar, ...parameters }).poll()).rejects.toThrow(message)
    expect(mock.requests()).toEqual([])
  })

  it('understands texts', async () => {
    await using mock = await startMockServer()
    const { meetingid } = mock.addWebinar({ enrollments: [{ status: 3 }, { status: 2 }] })
    const parameters = {
      webinar: meetingid,
      event: 'statusChanged',
      toStatus: 'Approved',
      options: { deliverExisting: 'true' },
    }
    expect(await watch(mock, parameters).poll()).toMatchObject([{ status: 3 }])
  })
})

/** Gets the enrollments of a webinar without any, one item's parameters as an expression gives them. */
async function getMany(parameters: INodeParameters) {
  await using mock = await startMockServer()
  for (const meetingid of ['wb1', '123']) mock.addWebinar({ meetingid, enrollments: 0 })
  const base = {
    resource: 'webinarEnrollment',
    operation: 'getAll',
    webinar: { mode: 'id', value: 'wb1' },
  }
  const running = execute({ wecom: mock, parameters: base, itemParameters: () => parameters })
  const output = await running.catch((error) => {
    expect(mock.requests()).toEqual([])
    throw error
  })
  const sent = mock.requests({ operation: 'listWebinarEnrollments' }).map(({ body }) => body)
  return { output, sent }
}
