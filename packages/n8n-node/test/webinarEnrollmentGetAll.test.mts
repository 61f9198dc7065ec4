import type { INodeParameters } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { execute } from './support/executionContext.mts'
import {
  exampleOf,
  type LocalWeCom,
  type ReceivedRequest,
  startLocalWeCom,
} from './support/localWeCom.mts'

const path = '/cgi-bin/meeting/webinar/enroll/list'

describe('Webinar Enrollment → Get Many', () => {
  it('gets the first 50 of 120 unless told otherwise', async () => {
    await using wecom = await webinarWith(120)

    const output = await getMany(wecom, {})

    expect(idsOf(output)).toEqual(ids(50))
    expect(pagesAsked(wecom)[0]).toEqual({ meetingid: 'wb123', limit: 50, status: 0 })
  })

  it('returns all 120, in their order', async () => {
    await using wecom = await webinarWith(120)

    const output = await getMany(wecom, { returnAll: true })

    expect(idsOf(output)).toEqual(ids(120))
    expect(pagesAsked(wecom)).toHaveLength(3)
  })

  it('stops at the limit in the middle of a page', async () => {
    await using wecom = await webinarWith(120)
    expect(idsOf(await getMany(wecom, { limit: 70 }))).toEqual(ids(70))
  })

  it('asks for no more than the limit', async () => {
    await using wecom = await webinarWith(120)

    const output = await getMany(wecom, { limit: 3 })

    expect(idsOf(output)).toEqual(ids(3))
    expect(pagesAsked(wecom)).toEqual([expect.objectContaining({ limit: 3 })])
  })

  it('gives no item for a webinar in which nobody has enrolled', async () => {
    await using wecom = await webinarWith(0)
    expect(await getMany(wecom, { returnAll: true })).toEqual([])
  })

  it.each([0, -1, 1.5, 'many'])('says that %j is no limit', async (limit) => {
    await using wecom = await webinarWith(1)
    await expect(getMany(wecom, { limit })).rejects.toThrow(
      `Limit is ${JSON.stringify(limit)}; expected a whole number from 1 up.`,
    )
  })

  it('asks for one status', async () => {
    await using wecom = await webinarWith(1)

    await getMany(wecom, { status: 3 })

    expect(pagesAsked(wecom)[0]).toMatchObject({ status: 3 })
  })

  it('pairs every enrollment with the item that asked for it', async () => {
    await using wecom = await webinarWith(2)

    const output = await getMany(wecom, { returnAll: true }, 2)

    expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
      [0, 0, 1, 1].map((item) => ({ item })),
    )
  })
})

/** A webinar with `count` enrollments, whose IDs count up from 1, given out in pages. */
async function webinarWith(count: number): Promise<LocalWeCom> {
  const [enrollment] = exampleOf('listWebinarEnrollments', 'resolved').enroll_list as object[]
  const all = ids(count).map((enroll_id) => ({ ...enrollment, enroll_id }))
  return startLocalWeCom({
    [path]: ({ body }: ReceivedRequest) => {
      const { cursor = '0', limit } = body as { cursor?: string; limit: number }
      const end = Number(cursor) + limit
      return {
        errcode: 0,
        errmsg: 'ok',
        has_more: end < count,
        next_cursor: String(end),
        enroll_list: all.slice(Number(cursor), end),
      }
    },
  })
}

function getMany(wecom: LocalWeCom, options: INodeParameters, items = 1) {
  return execute({
    baseUrl: wecom.url,
    items,
    parameters: {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      meetingId: ' wb123 ',
      ...options,
    },
  })
}

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1))
}

function idsOf(output: { json: { enroll_id?: unknown } }[]): unknown[] {
  return output.map(({ json }) => json.enroll_id)
}

function pagesAsked(wecom: LocalWeCom): unknown[] {
  return wecom.requests.filter((request) => request.path === path).map(({ body }) => body)
}
