import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Execution, execute } from '../../../../test/support/execute.mts'
import { type HttpRequest, httpRequest } from '../../../../test/support/httpRequest.mts'

const raw = { simplify: false, options: { rawOutput: true } }

let mock: MockServer
let webinar: MockWebinar
let enrolled: string[]

beforeAll(async () => {
  mock = await startMockServer()
  webinar = mock.addWebinar({ enrollments: 0 })
  enrolled = mock.addEnrollments(webinar.meetingid, 120).map(({ enroll_id }) => String(enroll_id))
})

afterAll(() => mock.close())

describe('Webinar Enrollment → Get Many', () => {
  it('gets the first 50 of 120 unless told otherwise', async () => {
    expect(idsOf(await getMany({}))).toEqual(enrolled.slice(0, 50))
  })

  it('returns all 120, in their order', async () => {
    expect(idsOf(await getMany({ returnAll: true }))).toEqual(enrolled)
  })

  it('stops at the limit in the middle of a page', async () => {
    expect(idsOf(await getMany({ limit: 70 }))).toEqual(enrolled.slice(0, 70))
  })

  it.each<[INodeParameters, object[]]>([
    [{ limit: 3 }, [{ limit: 50 }]],
    [{ limit: 3, options: { answers: 'none' } }, [{ limit: 3 }]],
    [{ limit: 3, options: { answers: 'list' } }, [{ limit: 3 }]],
    [{ limit: 3, status: 1 }, [{ limit: 50, status: 1 }, { limit: 50 }]],
    [{ limit: 3, status: 1, options: { answers: 'none' } }, [{ limit: 3, status: 1 }]],
  ])(
    'reads no more than the limit, and the form where its columns need it: %j',
    async (set, sent) => {
      const before = mock.requests().length
      expect(await getMany(set)).toHaveLength(3)
      const pages = mock
        .requests()
        .slice(before)
        .filter(({ operation }) => operation === 'listWebinarEnrollments')
      expect(pages.map(({ body }) => body)).toMatchObject(sent)
    },
  )

  it('reads no more than the limit in version 1, whose columns depend on who comes', async () => {
    const before = mock.requests().length
    await execute({ ...execution({ limit: 3, status: 1 }), version: 1 })
    const pages = mock.requests().slice(before)
    expect(pages.map(({ body }) => body)).toMatchObject([{ limit: 3, status: 1 }])
  })

  it('gives no item for a webinar in which nobody has enrolled', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 0 })
    expect(await getMany({ webinar: { mode: 'id', value: meetingid }, returnAll: true })).toEqual(
      [],
    )
  })

  it.each([1, 2, 3])('gets those with status %i only', async (status) => {
    const { meetingid } = mock.addWebinar({
      enrollments: [1, 2, 3].map((one) => ({ status: one })),
    })

    const output = await getMany({ webinar: { mode: 'id', value: meetingid }, status })

    expect(output.map(({ json }) => json.status)).toEqual([status])
  })

  it('pairs every enrollment with the item that asked for it', async () => {
    const output = await getMany({ limit: 2 }, 2)
    expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
      [0, 0, 1, 1].map((item) => ({ item })),
    )
  })

  it('says that a limit is wrong before it asks WeCom for the webinar', async () => {
    const before = mock.requests().length
    const byCode = { mode: 'code', value: String(webinar.meeting_code) }
    await expect(getMany({ webinar: byCode, limit: 0 })).rejects.toThrow('Limit is 0')
    expect(mock.requests().slice(before)).toEqual([])
  })

  it.each([0, -1, 1.5, 'many'])('says that %j is no limit', async (limit) => {
    await expect(getMany({ limit })).rejects.toThrow(
      `Limit is ${JSON.stringify(limit)}; expected a whole number from 1 up.`,
    )
  })

  it.each([
    ['all 120', { returnAll: true }, 120],
    ['up to a limit', { limit: 70 }, 70],
  ])('gives exactly what WeCom sent, page after page: %s', async (_, parameters, count) => {
    const output = await getMany({ ...parameters, ...raw })
    expect(idsOf(output)).toEqual(enrolled.slice(0, count))
  })

  it('gives nothing, and says nothing of it, where raw output is empty', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 0 })
    const notices: string[] = []
    const empty = { webinar: { mode: 'id', value: meetingid }, ...raw }
    expect(await getMany(empty, 1, notices)).toEqual([])
    expect(notices).toEqual([])
  })

  it.each([
    ['resolved', {}],
    ['raw', raw],
  ])('does not go round for ever where a cursor comes again: %s', async (_, parameters) => {
    const response = { errcode: 0, errmsg: 'ok', has_more: true, next_cursor: 'c', enroll_list: [] }
    const stuck: HttpRequest = async (options) =>
      options.url.includes('/enroll/list')
        ? { body: JSON.stringify(response), headers: {}, statusCode: 200 }
        : httpRequest(options)
    const failing = execute({
      ...execution({ returnAll: true, ...parameters }),
      httpRequest: stuck,
    })
    await expect(failing).rejects.toThrow('returned no new cursor')
  })
})

function getMany(
  options: INodeParameters,
  items = 1,
  notices: string[] = [],
): Promise<INodeExecutionData[]> {
  return execute({ ...execution(options), items, notices })
}

function execution(options: INodeParameters): Execution {
  return {
    wecom: mock,
    parameters: {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { mode: 'id', value: webinar.meetingid },
      ...options,
    },
  }
}

function idsOf(output: INodeExecutionData[]): unknown[] {
  return output.map(({ json }) => json.enroll_id)
}
