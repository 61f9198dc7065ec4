import { expect, test } from 'vitest'
import { fakeWeCom, refused, type SentRequest } from '../test/support/fakeWeCom.ts'
import { EnrollmentAction } from './codedValues.ts'
import { createWeComClient } from './createWeComClient.ts'

/** A client whose WeCom handles every enrollment but those whose IDs start with `x`. */
function reviewer(respond = handled) {
  const fake = fakeWeCom((request, nth) => respond(request, nth))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch, maxRetries: 0 })
  const review = (enroll_id_list: string[], options?: { batchSize?: number }) =>
    wecom.webinars.enrollments.review(
      { meetingid: 'm', enroll_id_list, action: EnrollmentAction.Approve },
      options,
    )
  const sent = () =>
    fake.calls.map(({ body }) => (body as { enroll_id_list: string[] }).enroll_id_list)
  return { review, sent, calls: fake.calls }
}

function handled({ body }: SentRequest, _nth: number): Record<string, unknown> {
  const { enroll_id_list } = body as { enroll_id_list: string[] }
  const handled_count = enroll_id_list.filter((id) => !id.startsWith('x')).length
  return { errcode: 0, errmsg: 'ok', handled_count }
}

test('many go in one request, each once, and what is not handled is counted', async () => {
  const { review, sent, calls } = reviewer()
  expect(await review(['a', 'b', 'x1', 'a'])).toEqual({ handled_count: 2, unhandled_count: 1 })
  expect(sent()).toEqual([['a', 'b', 'x1']])
  expect(calls[0]?.body).toMatchObject({ meetingid: 'm', action: 3 })
})

test('with a largest number they go in parts, one after the other, and the sum is the result', async () => {
  const { review, sent } = reviewer()
  const result = await review(['a', 'b', 'x1', 'c', 'd'], { batchSize: 2 })
  expect(result).toEqual({ handled_count: 4, unhandled_count: 1 })
  expect(sent()).toEqual([['a', 'b'], ['x1', 'c'], ['d']])
})

test('where a part is refused the next one is not sent', async () => {
  const { review, sent } = reviewer((request, nth) =>
    nth === 2 ? refused(730006) : handled(request, nth),
  )
  await expect(review(['a', 'x', 'b'], { batchSize: 1 })).rejects.toMatchObject({ errcode: 730006 })
  expect(sent()).toEqual([['a'], ['x']])
})

test('an empty list is sent: WeCom says what it thinks of it', async () => {
  const { review, sent } = reviewer(() => refused(40063))
  await expect(review([])).rejects.toMatchObject({ errcode: 40063 })
  expect(sent()).toEqual([[]])
})

test.each([0, 1.5, Number.NaN])(
  'a largest number of %s is refused before anything is sent',
  async (batchSize) => {
    const { review, calls } = reviewer()
    await expect(review(['a'], { batchSize })).rejects.toThrow(
      /^batchSize is .*; expected a whole number from 1 on\.$/,
    )
    expect(calls).toEqual([])
  },
)

test('no request at all is said in one sentence', async () => {
  const { fetch } = fakeWeCom(() => ({}))
  const { webinars } = createWeComClient({ accessToken: 'a-token', fetch })
  await expect(webinars.enrollments.review(undefined as never)).rejects.toThrow(
    'request is undefined; expected an object.',
  )
})

test.each([[undefined], [null], [{ toString: 1, valueOf: 1 }], [[]], [true], [-1], ['many']])(
  'a count of %j is no count of WeCom’s',
  async (handled_count) => {
    const { review } = reviewer(() => ({ errcode: 0, errmsg: 'ok', handled_count }))
    await expect(review(['a', 'b'])).rejects.toMatchObject({
      name: 'ResponseFormatError',
      message: expect.stringContaining('no number as handled_count'),
    })
  },
)

test('a count in digits counts; more than were sent leave none', async () => {
  const { review } = reviewer(() => ({ errcode: 0, handled_count: '9' }))
  expect(await review(['a', 'b'])).toEqual({ handled_count: 9, unhandled_count: 0 })
})

test.each([[[null, 'a']], [[{}]], [['']], [[' ', 'a']], [null], [{ a: 1 }], [[Number.NaN]]])(
  'a list of %j is refused before anything is sent',
  async (ids) => {
    const { review, calls } = reviewer()
    await expect(review(ids as never)).rejects.toThrow(
      /^enroll_id_list is .*; expected a list of IDs, none of them empty\.$/,
    )
    expect(calls).toEqual([])
  },
)
