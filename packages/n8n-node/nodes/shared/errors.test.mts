import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { errorCatalogue, readSpec } from '@wecom-meeting/spec'
import { NodeApiError } from 'n8n-workflow'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { failureOf } from '../../test/support/execute.mts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

// Some are tried again, after a random time from 0 up.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
})

afterEach(() => {
  vi.restoreAllMocks()
  mock.clearFaults()
})

describe('every errcode of the catalogue', () => {
  it.each(errorCatalogue(readSpec()))(
    '$errcode ($name) shows what happened and what to do',
    async ({ errcode, errmsg, fix }) => {
      mock.fault({ operation: 'getWebinar', errcode })

      const error = await failureOf({
        wecom: mock,
        parameters: { resource: 'webinar', operation: 'get', webinar: { mode: 'id', value: 'w' } },
      })

      expect(error).toBeInstanceOf(NodeApiError)
      expect(error.message).toContain(`${errcode}: ${errmsg}`)
      expect(error.description).toBe(fix.replace('{ip}', '127.0.0.1'))
      expect(error.context.itemIndex).toBe(0)
    },
  )

  it('and one that nobody has described names the page to look it up', async () => {
    mock.fault({ operation: 'getWebinar', errcode: 987_654 })
    const error = await failureOf({
      wecom: mock,
      parameters: { resource: 'webinar', operation: 'get', webinar: { mode: 'id', value: 'w' } },
    })
    expect(error.description).toContain('https://open.work.weixin.qq.com/devtool/query?e=987654')
  })
})
