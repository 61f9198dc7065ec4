import { describe, expect, it } from 'vitest'
import { execute } from './support/executionContext.mts'
import { exampleOf, startLocalWeCom } from './support/localWeCom.mts'

const path = '/cgi-bin/meeting/webinar/get'
const webinar = exampleOf('getWebinar', 'resolved')

describe('Webinar → Get', () => {
  it.each([
    [{ mode: 'id', value: 'wb123' }, { meetingid: 'wb123' }],
    [{ mode: 'code', value: '987 654 321' }, { meeting_code: '987654321' }],
  ])('gets the webinar named by %j', async (locator, body) => {
    await using wecom = await startLocalWeCom({ [path]: webinar })

    const output = await execute({
      baseUrl: wecom.url,
      parameters: { resource: 'webinar', operation: 'get', webinar: locator },
    })

    expect(wecom.requests.at(-1)).toMatchObject({ path, body })
    expect(output).toEqual([
      {
        json: expect.objectContaining({ title: webinar.title, meetingid: webinar.meetingid }),
        pairedItem: { item: 0 },
      },
    ])
  })
})
