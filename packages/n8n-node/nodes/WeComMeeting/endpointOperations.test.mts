import type { WeComClient } from '@wecom-meeting/client/host'
import type { INode } from 'n8n-workflow'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Endpoint } from '../shared/endpoint.ts'
import { versionOf } from '../shared/versions.ts'
import { createOperations } from './endpointOperations.ts'
import type { OperationCall } from './operation.ts'

let sent: unknown[]
let notices: string[]

beforeEach(() => {
  sent = []
  notices = []
})

/** An endpoint that nobody wrote code for, as the document declares it, and what it returns. */
function endpoint(declared: Partial<Endpoint>, response: object = {}): Endpoint {
  const method = () => (request: unknown) => {
    sent.push(request)
    return Object.assign(Promise.resolve(response), {
      withResponse: async () => ({ data: response, response: Response.json(response) }),
    })
  }
  const option = { name: 'Do', value: 'do', action: 'Do it', description: '' }
  const resource = { name: 'Webinar', value: 'webinar' }
  return {
    method: method as unknown as Endpoint['method'],
    summary: '',
    effect: 'read',
    operations: [{ resource, option }],
    fields: {},
    ...declared,
  }
}

/** Runs the endpoint's operation for items with these parameters. */
async function run(one: Endpoint, ...items: object[]): Promise<object[][]> {
  const [operation] = createOperations(one)
  const get = async () => ({ meetingid: 'w1', title: '' })
  const calls = items.map(
    (parameters): OperationCall => ({
      wecom: { webinars: { get } } as unknown as WeComClient,
      options: {},
      parameter: (name) => new Map(Object.entries(parameters)).get(name) ?? null,
      once: (_kind, _request, send) => send(),
      format: {
        simplify: true,
        raw: false,
        times: (value) => value,
        answers: 'columns',
        severalAnswers: 'joined',
      },
      version: versionOf({ typeVersion: 2 } as INode),
      timeZone: 'UTC',
      now: new Date(0),
      notice: (message) => notices.push(message),
    }),
  )
  if (!operation) return []
  if (operation.keyOf) return operation.run(calls)
  return (await Promise.all(calls.map((call) => operation.run([call])))).flat()
}

const id = { displayName: 'Meeting ID' }
const byId = { mode: 'id', value: 'w1' }
const byCode = { mode: 'code', value: '123 456 789' }

describe('a change', () => {
  const cancel = endpoint({ effect: 'create', locator: 'webinar', fields: { meetingid: id } })

  it('that returns nothing says what is done', async () => {
    expect(await run(cancel, { webinar: byId }, { webinar: byId })).toEqual([
      [{ meetingid: 'w1', success: true }],
      [{ meetingid: 'w1', success: true }],
    ])
    expect(sent).toHaveLength(2)
  })

  it('takes a code where WeCom takes an ID only', async () => {
    await run(cancel, { webinar: byCode })
    expect(sent).toEqual([{ meetingid: 'w1' }])
  })

  it('of a meeting wants the ID, which WeCom does not tell for a code', async () => {
    const running = run({ ...cancel, locator: 'meeting' }, { meeting: byCode })
    await expect(running).rejects.toThrow(
      'WeCom does not take the meeting code 123456789 here: enter the ID under By ID.',
    )
    expect(sent).toEqual([])
  })

  it('sends what users have filled in, and no more', async () => {
    const fields = {
      a: { displayName: 'A', name: 'a', place: 'option' },
      b: { displayName: 'B', name: 'b', place: 'option' },
      time: { displayName: 'Time', name: 'time', place: 'above', type: 'dateTime' },
      none: { displayName: 'None', name: 'none', place: 'above', type: 'string' },
    } as const
    const create = endpoint({ effect: 'create', fields }, { meetingid: 'w2' })
    const filled = { options: { b: 0 }, time: '2026-03-14T16:00:00Z', none: '' }
    const request = { time: new Date('2026-03-14T16:00:00Z'), b: 0 }
    expect(await run(create, filled)).toEqual([[{ ...request, meetingid: 'w2' }]])
    expect(sent).toEqual([request])
  })
})

describe('a list', () => {
  it('in one response has the entries as items, up to the limit', async () => {
    const hosts = [{ userid: 'a' }, { userid: 'b' }, { userid: 'c' }]
    const list = endpoint({ items: 'hosts', schema: 'WebinarHost' }, { hosts })
    expect(await run(list, { limit: 2 })).toEqual([hosts.slice(0, 2)])
    expect(await run(list, { returnAll: true })).toEqual([hosts])
  })

  it('of texts has items with a name', async () => {
    const list = endpoint({ items: 'userid_list' }, { userid_list: ['a', 'b'] })
    expect(await run(list, { limit: 5 })).toEqual([[{ userid: 'a' }, { userid: 'b' }]])
  })

  it('that is empty says so', async () => {
    expect(await run(endpoint({ items: 'hosts' }), { limit: 5 })).toEqual([[]])
    expect(notices).toEqual(['WeCom lists nothing that fits the parameters.'])
  })
})

it('a request about many takes an entry of each item and gives each what WeCom returns', async () => {
  const userids = { displayName: 'User ID', name: 'userId', place: 'above' } as const
  const counts = { handled_count: 2 }
  const remove = endpoint(
    {
      effect: 'idempotent',
      locator: 'webinar',
      batch: 'userid_list',
      fields: { meetingid: id, userid_list: userids },
    },
    counts,
  )
  const items = ['a', 'b'].map((userId) => ({ webinar: byId, userId }))
  expect(await run(remove, ...items)).toEqual([
    [{ meetingid: 'w1', userid: 'a', ...counts }],
    [{ meetingid: 'w1', userid: 'b', ...counts }],
  ])
  expect(sent).toEqual([{ meetingid: 'w1', userid_list: ['a', 'b'] }])
})
