import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createWeComClient } from '@wecom-meeting/client'
import { expect, test } from 'vitest'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapInMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

test('100,000 streamed enrollments leave the heap as it was', async () => {
  const pages = 2000
  // Not the fake of the other tests: that one keeps every request.
  const fetch = async (_: unknown, init?: RequestInit) => {
    const { cursor = '0' } = JSON.parse(String(init?.body)) as { cursor?: string }
    return Response.json(page(Number(cursor)))
  }
  const page = (number: number) => ({
    errcode: 0,
    errmsg: 'ok',
    has_more: number < pages - 1,
    next_cursor: `${number + 1}`,
    enroll_list: Array.from({ length: 50 }, (_, index) => ({
      enroll_id: number * 50 + index,
      nick_name: `guest ${number} ${index}`.padEnd(200, '.'),
      answer_list: [],
    })),
  })
  const wecom = createWeComClient({ accessToken: 'a-token', fetch })
  const count = async (limit: number) => {
    let seen = 0
    for await (const _ of wecom.webinars.enrollments.list({ meetingid: 'w' })) {
      seen += 1
      if (seen === limit) break
    }
    return seen
  }

  await count(5000)
  const before = heapInMegabytes()
  expect(await count(Number.POSITIVE_INFINITY)).toBe(100_000)
  expect(heapInMegabytes() - before).toBeLessThan(10)
}, 60_000)
