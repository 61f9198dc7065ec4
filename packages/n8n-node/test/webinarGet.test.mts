import { startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, it } from 'vitest'
import { execute } from './support/execute.mts'

describe('Webinar → Get', () => {
  it.each([
    { mode: 'id', value: 'wb123' },
    { mode: 'code', value: '987 654 321' },
  ])('gets the webinar with the $mode $value', async (locator) => {
    await using mock = await startMockServer()
    const webinar = mock.addWebinar({
      title: '秋季发布会',
      meetingid: 'wb123',
      meeting_code: '987654321',
    })

    const output = await execute({
      wecom: mock,
      parameters: { resource: 'webinar', operation: 'get', webinar: locator },
    })

    expect(output).toEqual([
      {
        json: expect.objectContaining({
          title: '秋季发布会',
          meetingid: 'wb123',
          sponsor: webinar.sponsor,
          hosts: webinar.hosts,
        }),
        pairedItem: { item: 0 },
      },
    ])
  })
})
