import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../../../test/support/execute.mts'

let mock: MockServer
let webinar: MockWebinar

beforeAll(async () => {
  mock = await startMockServer()
  webinar = mock.addWebinar({
    title: '秋季发布会',
    meetingid: 'wb123',
    meeting_code: '987654321',
    start_time: '1773475200',
    status: 'MEETING_STATE_INIT',
  })
})

afterAll(() => mock.close())

describe('Webinar → Get', () => {
  it.each([
    { mode: 'id', value: 'wb123' },
    { mode: 'code', value: '987 654 321' },
    { mode: 'url', value: 'https://example.com/webinar?meeting_code=987654321' },
  ])('gets the webinar with the $mode $value', async (locator) => {
    const found = await get({ webinar: locator })

    expect(found).toMatchObject({
      meetingid: 'wb123',
      title: '秋季发布会',
      sponsor: webinar.sponsor,
      start_time: '2026-03-14T16:00:00.000+08:00',
      audience_join_link: webinar.audience_join_link,
    })
    expect(found.hosts).toEqual((webinar.hosts as { userid: string }[]).map(({ userid }) => userid))
    expect(found).not.toHaveProperty('media_setting')
  })

  it('names the codes', async () => {
    expect(await get({})).toMatchObject({
      status: webinar.status,
      status_name: expect.stringMatching(/^[A-Z][a-z]/),
      admission_type_name: expect.stringMatching(/^[A-Z][a-z]/),
    })
  })

  it('gives everything where Simplify is off', async () => {
    expect(await get({ simplify: false })).toMatchObject({
      hosts: webinar.hosts,
      media_setting: { ...(webinar.media_setting as object), auto_record_type_name: 'Cloud' },
      status_name: 'Not Started',
      start_time: '1773475200',
    })
  })

  it('gives exactly what WeCom sent, on request', async () => {
    const official = mock.webinars[0]
    const found = await get({
      webinar: { mode: 'id', value: String(official?.meetingid) },
      simplify: false,
      options: { rawOutput: true },
    })
    expect(found).toHaveProperty('media_setting.mute_enable_join')
    expect(found).toEqual(mock.requests({ operation: 'getWebinar' }).at(-1)?.response)
  })

  it('has every field, null where WeCom sends none', async () => {
    const { meetingid } = mock.addWebinar({ playback_url: 'https://example.com/playback' })
    const found = await get({ webinar: { mode: 'id', value: meetingid } })
    const without = await get({})
    expect(without.playback_url).toBeNull()
    expect(Object.keys(without)).toEqual(Object.keys(found))
  })
})

async function get(parameters: INodeParameters): Promise<IDataObject> {
  const output = await execute({
    wecom: mock,
    parameters: {
      resource: 'webinar',
      operation: 'get',
      webinar: { mode: 'id', value: 'wb123' },
      ...parameters,
    },
  })
  expect(output).toEqual([{ json: expect.any(Object), pairedItem: { item: 0 } }])
  return output[0]?.json ?? {}
}
