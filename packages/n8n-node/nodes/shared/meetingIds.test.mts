import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { ILoadOptionsFunctions } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpRequest } from '../../test/support/httpRequest.mts'
import { WeComMeeting } from '../WeComMeeting/WeComMeeting.node.ts'

const { searchMeetings } = new WeComMeeting().methods.listSearch

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
  const tomorrow = Math.floor(Date.now() / 1000) + 86_400
  for (const day of Array(45).keys()) {
    const meeting_start = tomorrow + day * 86_400
    const title = day === 40 ? 'Release Party' : `周会 ${day}`
    mock.addMeeting({ meetingid: `m${day}`, title, meeting_start, admin_userid: 'wangfang' })
  }
})

afterAll(() => mock.close())

function search(userId: unknown, typed?: string, from?: string) {
  const { url: baseUrl, corpId, corpSecret } = mock
  const context = {
    getNode: () => ({ name: 'WeCom Meeting' }),
    getCurrentNodeParameter: (name: string) => (name === 'userId' ? userId : undefined),
    getCredentials: async () => ({ corpId, corpSecret, baseUrl }),
    getTimezone: () => 'Asia/Shanghai',
    helpers: { httpRequest },
  }
  return searchMeetings.call(context as unknown as ILoadOptionsFunctions, typed, from)
}

describe('From List', () => {
  it('gives all meetings of a member, page by page, by title and start', async () => {
    const values: unknown[] = []
    let from: string | undefined
    do {
      const { results, paginationToken } = await search('wangfang', undefined, from)
      values.push(...results.map(({ value }) => value))
      from = paginationToken as string | undefined
      if (values.length === 20) {
        expect(results[0]).toEqual({
          name: expect.stringMatching(/^周会 0 \(\d{4}-\d\d-\d\d \d\d:\d\d\)$/),
          value: 'm0',
        })
      }
    } while (from)
    expect(values).toEqual([...Array(45).keys()].map((day) => `m${day}`))
  })

  it('finds a title on a later page, whatever its case', async () => {
    const { results } = await search(' wangfang ', 'release p')
    expect(results).toEqual([{ name: expect.stringContaining('Release Party'), value: 'm40' }])
  })

  it('is empty where nothing is found', async () => {
    expect(await search('wangfang', 'no such title')).toEqual({ results: [] })
    expect(await search('nobody')).toEqual({ results: [] })
  })

  it('asks for the member first', async () => {
    await expect(search('')).rejects.toThrow('Enter the User ID of a member')
  })

  it('says what WeCom refuses in the words of the node', async () => {
    mock.fault({ operation: 'listMeetingIds', errcode: 48002, times: 1 })
    await expect(search('wangfang')).rejects.toThrow(
      /List a member's meeting IDs.* 48002.*可调用接口的应用/,
    )
  })
})
