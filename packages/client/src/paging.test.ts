import { describe, expect, test } from 'vitest'
import { fakeWeCom, refused, type SentRequest } from '../test/support/fakeWeCom.ts'
import { settle, virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient } from './client.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { WeComError } from './errors.ts'
import { createPagedList, resolvePage } from './paging.ts'
import { toTexts } from './readers.ts'
import type { ReceivedResponse } from './response.ts'

const webinar = { meetingid: 'w' }
type RequestBody = { meetingid: string; cursor?: string; limit?: number; status?: number }
const bodyOf = ({ body }: SentRequest) => body as RequestBody

/** A webinar of `total` enrollments, 50 a page, whose cursors say where they lead. */
function webinarOf(
  total: number,
  instead: (start: number) => object | undefined = () => undefined,
) {
  const fake = fakeWeCom((request) => {
    const { cursor, limit = 50 } = bodyOf(request)
    const start = Number(cursor?.slice('from-'.length) ?? 0)
    return { errcode: 0, errmsg: 'ok', ...(instead(start) ?? pageFrom(start, limit, total)) }
  })
  const options = { ...fake.credentials, maxRetries: 0 }
  const wecom = createHostClient(options, { fetch: fake.fetch, timer: virtualClock().timer })
  return { ...fake, list: wecom.webinars.enrollments.list }
}

function pageFrom(start: number, limit: number, total: number) {
  const end = Math.min(start + limit, total)
  const enroll_list = Array.from({ length: end - start }, (_, index) => ({
    enroll_id: start + index,
    nick_name: `guest ${start + index}`,
    answer_list: [],
  }))
  return { has_more: end < total, next_cursor: end < total ? `from-${end}` : '', enroll_list }
}

async function idsOf(list: AsyncIterable<{ enroll_id: string }>): Promise<number[]> {
  const ids: number[] = []
  for await (const { enroll_id } of list) ids.push(Number(enroll_id))
  return ids
}
const numbersTo = (end: number) => Array.from({ length: end }, (_, index) => index)

describe('awaited', () => {
  test('it is the first page', async () => {
    const { list, calls } = webinarOf(120)
    const page = await list(webinar)
    expect(page).toMatchObject({ has_more: true, next_cursor: 'from-50' })
    expect(page.enroll_list).toHaveLength(50)
    expect(calls).toHaveLength(1)
  })

  test('it gives the response too', async () => {
    const { data, response } = await webinarOf(3).list(webinar).withResponse()
    expect(data.enroll_list).toHaveLength(3)
    expect(response.status).toBe(200)
  })

  test('nothing is sent before', async () => {
    const { list, calls, tokenRequests } = webinarOf(3)
    list(webinar)
    await settle()
    expect(calls.length + tokenRequests.length).toBe(0)
  })
})

describe('iterated', () => {
  test('10,000 enrollments are 200 requests, in order, none twice', async () => {
    const { list, calls } = webinarOf(10_000)
    expect(await idsOf(list(webinar))).toEqual(numbersTo(10_000))
    expect(calls).toHaveLength(200)
  })

  test('by pages, each page is what WeCom returned', async () => {
    const sizes: number[] = []
    for await (const page of webinarOf(120).list(webinar).pages())
      sizes.push(page.enroll_list.length)
    expect(sizes).toEqual([50, 50, 20])
  })

  test('every request asks for the same', async () => {
    const { list, calls } = webinarOf(120)
    await idsOf(list({ ...webinar, limit: 50, status: 3 }))
    const bodies = calls.map(bodyOf)
    expect(bodies).toEqual([
      { meetingid: 'w', limit: 50, status: 3 },
      { meetingid: 'w', limit: 50, status: 3, cursor: 'from-50' },
      { meetingid: 'w', limit: 50, status: 3, cursor: 'from-100' },
    ])
  })

  test('an empty page with a cursor goes on', async () => {
    const empty = { has_more: true, next_cursor: 'from-100', enroll_list: [] }
    const { list } = webinarOf(120, (start) => (start === 50 ? empty : undefined))
    expect(await idsOf(list(webinar))).toEqual([
      ...numbersTo(50),
      ...numbersTo(20).map((n) => n + 100),
    ])
  })

  test('a cursor that comes although nothing follows is not followed', async () => {
    const last = { has_more: false, next_cursor: 'CURSOR', enroll_list: [] }
    const { list, calls } = webinarOf(0, () => last)
    expect(await idsOf(list(webinar))).toEqual([])
    expect(calls).toHaveLength(1)
  })

  test.each([
    ['comes a second time', 'from-50'],
    ['leads back to the start', ''],
  ])('a cursor that %s is an error, after everything before it', async (_, next_cursor) => {
    const stuck = { ...pageFrom(50, 50, 1000), next_cursor }
    const { list, calls } = webinarOf(1000, (start) => (start === 50 ? stuck : undefined))
    const ids: number[] = []
    const reading = (async () => {
      for await (const { enroll_id } of list(webinar)) ids.push(Number(enroll_id))
    })()
    await expect(reading).rejects.toMatchObject({
      name: 'ResponseFormatError',
      operation: 'listWebinarEnrollments',
    })
    expect(ids).toEqual(numbersTo(100))
    expect(calls).toHaveLength(2)
  })
})

test('a cursor that is no text ends in an error too', async () => {
  const endless = { has_more: true, next_cursor: { a: 1 }, enroll_list: [] }
  const { list, calls } = webinarOf(0, () => endless)
  await expect(list(webinar).toArray()).rejects.toMatchObject({ name: 'ResponseFormatError' })
  expect(calls).toHaveLength(2)
})

test('whoever asks for several items at once gets each of them once', async () => {
  const items = webinarOf(120).list(webinar)[Symbol.asyncIterator]()
  const results = await Promise.all(Array.from({ length: 125 }, () => items.next()))
  const ids = results.filter(({ done }) => !done).map(({ value }) => Number(value?.enroll_id))
  expect(ids).toEqual(numbersTo(120))
})

test('an iterator whose loop was left is at its end', async () => {
  const items = webinarOf(120).list(webinar)[Symbol.asyncIterator]()
  for await (const _ of items) break
  expect(await items.next()).toEqual({ done: true, value: undefined })
})

describe('one page ahead', () => {
  test('the next page is on its way while the caller works, and never more', async () => {
    const { list, calls } = webinarOf(1000)
    const requestsSeen: number[] = []
    for await (const _ of list(webinar).pages()) {
      await settle()
      requestsSeen.push(calls.length)
      if (requestsSeen.length === 5) break
    }
    expect(requestsSeen).toEqual([2, 3, 4, 5, 6])
  })

  test('a loop that is left ends the page on its way, and asks for no other', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const fake = fakeWeCom(({ body, signal }) => {
      signals.push(signal)
      const { cursor } = body as RequestBody
      if (!cursor) return { errcode: 0, errmsg: 'ok', ...pageFrom(0, 50, 1000) }
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    })
    const clock = virtualClock()
    const host = { fetch: fake.fetch, timer: clock.timer }
    const wecom = createHostClient(fake.credentials, host)
    for await (const _ of wecom.webinars.enrollments.list(webinar)) {
      await settle()
      break
    }
    await settle()
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, true])
    expect(fake.calls).toHaveLength(2)
    expect(clock.pending()).toBe(0)
  })

  test('the failure of a page on its way is told only if it is asked for', async () => {
    const { list } = webinarOf(1000, (start) => (start === 50 ? refused(90602) : undefined))
    for await (const _ of list(webinar)) break
    // The run itself fails on an unhandled rejection.
    await settle()
  })
})

describe('pagesWithResponse', () => {
  test('gives each page with the text that it was read from', async () => {
    const read: unknown[] = []
    for await (const { data, response } of webinarOf(120).list(webinar).pagesWithResponse()) {
      const { enroll_list } = (await response.json()) as { enroll_list: unknown[] }
      read.push([response.status, enroll_list.length, data.enroll_list.length])
    }
    expect(read).toEqual([
      [200, 50, 50],
      [200, 50, 50],
      [200, 20, 20],
    ])
  })

  test('fetches no page beyond the items that are wanted', async () => {
    const { list, calls } = webinarOf(1000)
    let pages = 0
    for await (const _ of list(webinar).pagesWithResponse({ limit: 100 })) {
      pages += 1
      await settle()
    }
    expect([pages, calls.length]).toEqual([2, 2])
    for await (const _ of list(webinar).pages({ limit: 0 })) pages += 1
    expect([pages, calls.length]).toEqual([2, 2])
    const wrong = list(webinar).pagesWithResponse({ limit: -1 }).next()
    await expect(wrong).rejects.toThrow('limit is -1; expected a whole number from 0 on.')
  })
})

describe('toArray', () => {
  test('gives all', async () => {
    const enrollments = await webinarOf(120).list(webinar).toArray()
    expect(enrollments.map(({ enroll_id }) => Number(enroll_id))).toEqual(numbersTo(120))
  })

  test.each([
    [0, 0],
    [1, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [1000, 3],
  ])('the first %i take %i requests', async (limit, requests) => {
    const { list, calls } = webinarOf(120)
    const enrollments = await list(webinar).toArray({ limit })
    await settle()
    expect(enrollments).toHaveLength(Math.min(limit, 120))
    expect(calls).toHaveLength(requests)
  })
})

describe('a limit that is no number of items', () => {
  test.each<unknown>([Number.NaN, -1, 1.5, '10', null, true, {}, Number.NEGATIVE_INFINITY])(
    '%o is refused before anything is sent',
    async (limit) => {
      const { list, calls } = webinarOf(120)
      const told = (range: string) => ({
        name: 'TypeError',
        message: expect.stringMatching(
          RegExp(`^limit is ("?${limit}"?|of type object); expected a whole number ${range}\\.$`),
        ),
      })
      const request = { ...webinar, limit: limit as number }
      await expect(list(webinar).toArray({ limit: limit as number })).rejects.toMatchObject(
        told('from 0 on'),
      )
      await expect(async () => list(request)).rejects.toMatchObject(told('from 1 to 50'))
      expect(calls).toHaveLength(0)
    },
  )

  test('no limit, and one without end, are all', async () => {
    for (const options of [
      {},
      { limit: undefined as never },
      { limit: Number.POSITIVE_INFINITY },
    ]) {
      expect(await webinarOf(60).list(webinar).toArray(options)).toHaveLength(60)
    }
  })

  test('a page holds 1 to 50', async () => {
    const { list } = webinarOf(60)
    for (const limit of [0, 51, Number.POSITIVE_INFINITY]) {
      await expect(list({ ...webinar, limit })).rejects.toThrow(/from 1 to 50/)
    }
    expect((await list({ ...webinar, limit: 1 })).enroll_list).toHaveLength(1)
    expect((await list({ ...webinar, limit: undefined as never })).enroll_list).toHaveLength(50)
  })
})

test('a page of 130,000 is read however it is read', async () => {
  const { list } = webinarOf(0, () => pageFrom(0, 130_000, 130_000))
  expect(await list(webinar).toArray()).toHaveLength(130_000)
  expect(await idsOf(list(webinar))).toHaveLength(130_000)
}, 60_000)

describe('pages that say in odd ways whether more follow', () => {
  test.each<[object, RegExp | number]>([
    [{ has_more: true, next_cursor: undefined }, /no new cursor/],
    ...['TRUE', 2, {}].map((has_more): [object, RegExp] => [
      { has_more, next_cursor: '' },
      /no new cursor/,
    ]),
    ...[[], {}, false, 0].map((next_cursor): [object, number] => [
      { has_more: undefined, next_cursor },
      50,
    ]),
    [{ has_more: true, next_cursor: null }, /no new cursor/],
    [{ has_more: 'true', next_cursor: '' }, /no new cursor/],
    [{ has_more: true, next_cursor: 50 }, /no new cursor/],
    [{ has_more: undefined, next_cursor: '' }, 50],
    [{ has_more: 'false', next_cursor: 'from-50' }, 50],
    [{ has_more: undefined }, 100],
    [{ has_more: 1 }, 100],
  ])('%j', async (fields, outcome) => {
    const { list } = webinarOf(100, (start) => ({
      ...pageFrom(start || 0, 50, 100),
      ...(start !== 50 && fields),
    }))
    const reading = list(webinar).toArray()
    if (typeof outcome === 'number') expect(await reading).toHaveLength(outcome)
    else
      await expect(reading).rejects.toMatchObject({
        name: 'ResponseFormatError',
        message: expect.stringMatching(outcome),
      })
  })

  test('an enroll_list that is one object is a list of one', async () => {
    const one = { enroll_list: { enroll_id: 7 }, has_more: false }
    expect(await idsOf(webinarOf(0, () => one).list(webinar))).toEqual([7])
  })
})

describe('an error on the way', () => {
  test('carries the cursor, and a list from there goes on without a gap', async () => {
    let down = true
    const failing = (start: number) => (start === 100 && down ? refused(48002) : undefined)
    const { list } = webinarOf(250, failing)
    const ids: number[] = []
    let error: WeComError | undefined
    try {
      for await (const { enroll_id } of list(webinar)) ids.push(Number(enroll_id))
    } catch (thrown) {
      error = thrown as WeComError
    }
    expect(error).toMatchObject({ name: 'PermissionError', errcode: 48002, cursor: 'from-100' })
    down = false
    ids.push(...(await idsOf(list({ ...webinar, cursor: error?.cursor ?? '' }))))
    expect(ids).toEqual(numbersTo(250))
  })

  test('on the first page carries an empty cursor, which starts from the first page', async () => {
    let down = true
    const { list, calls } = webinarOf(60, () => (down ? refused(48002) : undefined))
    const error: WeComError = await list(webinar)
      .toArray()
      .catch((thrown) => thrown)
    expect(error.cursor).toBe('')
    down = false
    expect(await idsOf(list({ ...webinar, cursor: error.cursor ?? '' }))).toEqual(numbersTo(60))
    expect(bodyOf(calls[1] as SentRequest)).toEqual(webinar)
  })

  test('that two lists share carries each one’s own cursor', async () => {
    const fake = fakeWeCom(
      () => ({}),
      () => refused(40001),
    )
    const wecom = createHostClient(fake.credentials, {
      fetch: fake.fetch,
      timer: virtualClock().timer,
    })
    const errors = await Promise.all(
      ['a', 'b'].map((cursor) =>
        wecom.webinars.enrollments
          .list({ ...webinar, cursor })
          .toArray()
          .catch((error: WeComError) => error as never),
      ),
    )
    expect(errors).toMatchObject([
      { cursor: 'a', errcode: 40001 },
      { cursor: 'b', errcode: 40001 },
    ])
    expect(fake.tokenRequests).toHaveLength(1)
  })

  test('an aborted signal ends the loop with its reason', async () => {
    const { list } = webinarOf(1000)
    const controller = new AbortController()
    const reading = (async () => {
      for await (const _ of list(webinar, { signal: controller.signal }).pages()) {
        controller.abort('enough')
      }
    })()
    await expect(reading).rejects.toBe('enough')
  })

  test('an aborted signal keeps back the page that has come already', async () => {
    const { list, calls } = webinarOf(1000)
    const controller = new AbortController()
    let pages = 0
    const reading = (async () => {
      for await (const _ of list(webinar, { signal: controller.signal }).pages()) {
        pages += 1
        await settle()
        controller.abort('enough')
      }
    })()
    await expect(reading).rejects.toBe('enough')
    expect(calls).toHaveLength(2)
    expect(pages).toBe(1)
  })
})

describe('a list whose pages do not say whether more follow', () => {
  const paging = {
    items: 'ids',
    cursor: 'cursor',
    first: '0',
    next: 'next_cursor',
    end: '',
    more: 'has_more',
  }
  const idPages = [['a', 'b'], [], ['c']]

  /** Pages of `idPages`, whose cursors are their numbers. */
  function listOfIds(more: (hasNext: boolean) => object = () => ({})) {
    return createPagedList<{ ids: string[] }, string>(
      'listIds',
      '',
      undefined,
      async (cursor) => {
        const next = Number(cursor) + 1
        const next_cursor = next < idPages.length ? String(next) : ''
        const ids = idPages[Number(cursor)] ?? []
        const data = { next_cursor, ids, ...more(next < idPages.length) }
        return { data: resolvePage(data, paging, toTexts), received: {} as ReceivedResponse }
      },
      paging,
    )
  }

  test('ends at the cursor of the first page, which would start it over', async () => {
    const list = listOfIds((hasNext) => ({ next_cursor: hasNext ? '1' : '0' }))
    await expect(list.toArray()).rejects.toThrow('no new cursor')
    expect(await listOfIds(() => ({ next_cursor: '0' })).toArray()).toEqual(['a', 'b'])
  })

  test('does not start over where more follows after that cursor', async () => {
    const ids: string[] = []
    const reading = async () => {
      for await (const id of listOfIds(() => ({ has_more: true, next_cursor: '0' }))) ids.push(id)
    }
    await expect(reading()).rejects.toThrow('no new cursor')
    expect(ids).toEqual(['a', 'b'])
  })

  test('says of each page whether further ones follow', async () => {
    const pages: object[] = []
    for await (const page of listOfIds().pages()) pages.push(page)
    expect(pages).toEqual([
      { ids: ['a', 'b'], next_cursor: '1', has_more: true },
      { ids: [], next_cursor: '2', has_more: true },
      { ids: ['c'], next_cursor: '', has_more: false },
    ])
  })

  test('ends where there is no cursor', async () => {
    expect(await listOfIds().toArray()).toEqual(['a', 'b', 'c'])
    const sizes: number[] = []
    for await (const { ids } of listOfIds().pages()) sizes.push(ids.length)
    expect(sizes).toEqual([2, 0, 1])
  })

  test('ends where it is said in text or as a number that none follows', async () => {
    for (const kind of [String, Number, (more: boolean) => String(Number(more))]) {
      const list = listOfIds((hasNext) => ({ has_more: kind(hasNext), next_cursor: '1' }))
      await expect(list.toArray()).rejects.toThrow('no new cursor')
      const ended = listOfIds(() => ({ has_more: kind(false), next_cursor: '1' }))
      expect(await ended.toArray()).toEqual(['a', 'b'])
    }
  })
})

test('catch and finally are those of the first page', async () => {
  const { fetch } = fakeWeCom(() => refused(90602))
  const failing = createWeComClient({ accessToken: 't', fetch }).webinars.enrollments.list(webinar)
  expect(await failing.catch(({ errcode }) => errcode)).toBe(90602)
  let ended = 0
  const end = () => void ended++
  await expect(failing.finally(end)).rejects.toMatchObject({ errcode: 90602 })
  const { fetch: pages } = fakeWeCom(() => ({ errcode: 0, enroll_list: [{ enroll_id: '7' }] }))
  const list = createWeComClient({ accessToken: 't', fetch: pages }).webinars.enrollments.list(
    webinar,
  )
  expect((await list.finally(end)).enroll_list).toHaveLength(1)
  expect((await list.catch(end))?.enroll_list).toHaveLength(1)
  expect(ended).toBe(2)
})

test('after an abort inside a loop over items the list has the cursor to go on with', async () => {
  const { fetch } = fakeWeCom(({ body }) => {
    const start = Number((body as { cursor?: string }).cursor ?? 0)
    const ids = [start, start + 1].map((id) => ({ enroll_id: `${id}` }))
    return { errcode: 0, has_more: start < 8, next_cursor: `${start + 2}`, enroll_list: ids }
  })
  const { list } = createWeComClient({ accessToken: 't', fetch }).webinars.enrollments
  const controller = new AbortController()
  const enrollments = list(webinar, { signal: controller.signal })
  expect(enrollments.cursor).toBe('')
  const seen: string[] = []
  const loop = async () => {
    for await (const { enroll_id } of enrollments) {
      seen.push(enroll_id)
      if (enroll_id === '5') controller.abort('enough')
    }
  }
  await expect(loop()).rejects.toBe('enough')
  expect(enrollments.cursor).toBe('4')
  expect(await idsOf(list({ ...webinar, cursor: enrollments.cursor }))).toEqual([4, 5, 6, 7, 8, 9])
})
