import { expect, test } from 'vitest'
import { createWeComClient } from '../src/index.ts'
import { everyMethod } from './support/everyMethod.ts'
import { fakeWeCom } from './support/fakeWeCom.ts'

test.each(everyMethod)(
  '$operationId refuses a response without what shows it to be WeCom’s',
  async ({ operationId, path, call }) => {
    for (const text of [
      '{}',
      '{"code":401,"message":"login first"}',
      '{"errcode":null,"errmsg":"ok"}',
      '{"errcode":"","title":"t","enroll_list":[]}',
    ]) {
      const { fetch, calls } = fakeWeCom(() => new Response(text))
      const wecom = createWeComClient({ accessToken: 'a-token', fetch, sleep: async () => {} })
      const error = {
        name: 'ResponseFormatError',
        operation: operationId,
        message: expect.stringMatching(/^\w+ returned .*JSON.*; check .* in between\.$/),
      }
      await expect(call(wecom)).rejects.toMatchObject(error)
      expect(calls).toHaveLength(4)
      const body = { meetingid: 'm' }
      const raw = wecom.raw.POST(path as '/cgi-bin/meeting/get_info', { body })
      await expect(raw).rejects.toMatchObject(error)
    }
  },
)
