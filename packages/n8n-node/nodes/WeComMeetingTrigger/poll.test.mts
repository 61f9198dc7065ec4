import {
  type EnrollmentFields,
  type MockServer,
  type MockWebinar,
  startMockServer,
} from '@wecom-meeting/mock-server'
import { type IDataObject, type INodeParameters, NodeApiError } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { execute } from '../../test/support/execute.mts'
import { type FakeWeCom, fakeWeCom, refusal } from '../../test/support/fakeWeCom.mts'
import {
  type HttpRequest,
  httpRequest,
  preferring,
  respondingWith,
} from '../../test/support/httpRequest.mts'
import { type WatchedTrigger, watch } from '../../test/support/watch.mts'

type Answer = NonNullable<EnrollmentFields['answer_list']>[number]

const path = '/cgi-bin/meeting/webinar/enroll/list'
const [pending, rejected, approved] = [1, 2, 3]

let mock: MockServer
let webinar: MockWebinar

beforeEach(async () => {
  mock = await startMockServer()
  webinar = mock.addWebinar({ enrollments: [1, 2, 3].map(() => ({ status: pending })) })
})

afterEach(() => mock.close())

describe('the first activation', () => {
  it('says nothing of those who are there already', async () => {
    expect(await trigger().poll()).toEqual([])
  })

  it('delivers those who are there already if asked, once', async () => {
    const watched = trigger({ options: { deliverExisting: true } })
    expect(await watched.poll()).toHaveLength(3)
    expect(await watched.poll()).toEqual([])
  })

  it('starts with nobody there too', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 0 })
    const watched = trigger({ webinar: { mode: 'id', value: meetingid } })
    expect(await watched.poll()).toEqual([])
    mock.addEnrollments(meetingid, 1)
    expect(await watched.poll()).toHaveLength(1)
  })
})

describe('Enrollment Created', () => {
  it('fires for each new enrollment, once, with what happened and to which webinar', async () => {
    const watched = await activated()
    mock.addEnrollments(webinar.meetingid, [
      { nick_name: '王芳', status: pending },
      { nick_name: '李娜', status: approved },
    ])

    expect(await watched.poll()).toMatchObject([
      { event: 'created', meetingid: webinar.meetingid, nick_name: '王芳', status_name: 'Pending' },
      { event: 'created', meetingid: webinar.meetingid, nick_name: '李娜' },
    ])
    expect(await watched.poll()).toEqual([])
  })

  it('does not fire for a changed status', async () => {
    const watched = await activated()
    change(0, approved)
    expect(await watched.poll()).toEqual([])
  })

  it.each([123, '123', 9_007_199_254_740_993n])(
    'finds the webinar by its code, whose ID comes as %s',
    async (id) => {
      const wecom = fakeWeCom([one(1)])
      const webinar = `{"errcode":0,"errmsg":"ok","meetingid":${typeof id === 'string' ? JSON.stringify(id) : id}}`
      wecom.httpRequest = respondingWith('/webinar/get', webinar, wecom.httpRequest)
      const watched = watchFake(wecom, { webinar: { mode: 'code', value: '123456789' } })
      expect(await watched.poll()).toEqual([])
      wecom.enrollments.push(one(2))
      expect(await watched.poll()).toMatchObject([{ enroll_id: '2', meetingid: String(id) }])
      expect(watched.warnings).toEqual([])
    },
  )

  it.each([[undefined], [null], [''], [' '], [[]], [['w']], [{}], [true]])(
    'says so where WeCom returns %j for the ID of a webinar',
    async (meetingid) => {
      const wecom = fakeWeCom([one(1)])
      const webinar = { errcode: 0, errmsg: 'ok', title: 't', meetingid }
      wecom.httpRequest = respondingWith('/webinar/get', webinar, wecom.httpRequest)
      const watched = watchFake(wecom, { webinar: { mode: 'code', value: '123456789' } })
      const { message } = await failureOf(watched.poll())
      expect(message).toBe(
        'WeCom returned no ID for the webinar with the code 123456789: enter the ID under By ID.',
      )
    },
  )

  it('finds the webinar by its code', async () => {
    const watched = await activated({ webinar: { mode: 'code', value: webinar.meeting_code } })
    mock.addEnrollments(webinar.meetingid, 1)
    expect(await watched.poll()).toMatchObject([{ meetingid: webinar.meetingid }])
  })
})

describe('Enrollment Status Changed', () => {
  it('fires for each change, with the status before', async () => {
    const watched = await activated({ event: 'statusChanged' })
    const [first] = change(0, approved)
    change(1, rejected)

    expect(await watched.poll()).toMatchObject([
      {
        event: 'statusChanged',
        enroll_id: first,
        status_name: 'Approved',
        previous_status: pending,
        previous_status_name: 'Pending',
      },
      { event: 'statusChanged', status_name: 'Rejected' },
    ])
    expect(await watched.poll()).toEqual([])
  })

  it('fires for the chosen status only', async () => {
    const watched = await activated({ event: 'statusChanged', toStatus: approved })
    change(0, approved)
    change(1, rejected)
    expect(await watched.poll()).toMatchObject([{ status: approved }])

    change(1, approved)
    expect(await watched.poll()).toMatchObject([{ status: approved, previous_status: rejected }])
  })

  it('fires again where somebody is rejected and approved once more', async () => {
    const watched = await activated({ event: 'statusChanged', toStatus: approved })
    change(0, approved)
    expect(await watched.poll()).toHaveLength(1)
    change(0, rejected)
    expect(await watched.poll()).toEqual([])
    change(0, approved)
    expect(await watched.poll()).toHaveLength(1)
  })

  it('fires for somebody who was approved before the trigger could see them pending', async () => {
    const watched = await activated({ event: 'statusChanged', toStatus: approved })
    mock.addEnrollments(webinar.meetingid, [{ status: approved }, { status: pending }])
    const fired = await watched.poll()
    expect(fired).toMatchObject([
      { event: 'statusChanged', status: approved, previous_status: null },
    ])
  })
})

describe('either', () => {
  it('fires for both, and once for somebody who is approved as they enroll', async () => {
    const watched = await activated({ event: 'either' })
    change(0, approved)
    mock.addEnrollments(webinar.meetingid, [{ status: approved }])

    expect(await watched.poll()).toMatchObject([{ event: 'statusChanged' }, { event: 'created' }])
    expect(await watched.poll()).toEqual([])
  })

  it('is narrowed by the chosen status as a whole, changes and new enrollments', async () => {
    const watched = await activated({ event: 'either', toStatus: approved })
    change(0, rejected)
    mock.addEnrollments(webinar.meetingid, [{ status: pending }, { status: approved }])
    expect(await watched.poll()).toMatchObject([{ event: 'created', status: approved }])

    const [, , , newcomer] = mock.enrollments(webinar.meetingid)
    mock.updateEnrollment(webinar.meetingid, newcomer?.enroll_id ?? '', { status: approved })
    expect(await watched.poll()).toMatchObject([
      { event: 'statusChanged', enroll_id: newcomer?.enroll_id, previous_status: pending },
    ])
  })
})

describe('a new enrollment whose status cannot be read', () => {
  const listing = (...enroll_list: object[]) => ({
    httpRequest: respondingWith(path, {
      errcode: 0,
      has_more: false,
      next_cursor: '',
      enroll_list,
    }),
  })

  it.each([pending, approved])('waits until it can, where To Status is %i', async (toStatus) => {
    const watched = trigger({ event: 'either', toStatus })
    const known = { enroll_id: '1', status: {} }
    expect(await watched.poll(listing(known))).toEqual([])
    expect(await watched.poll(listing(known, { enroll_id: '2', status: null }))).toEqual([])
    const readable = listing(known, { enroll_id: '2', status: toStatus })
    expect(await watched.poll(readable)).toMatchObject([{ event: 'created', enroll_id: '2' }])
    expect(await watched.poll(readable)).toEqual([])
  })

  it('is told at once where any will do', async () => {
    const watched = trigger({ event: 'either' })
    await watched.poll(listing())
    const odd = listing({ enroll_id: '2' })
    expect(await watched.poll(odd)).toMatchObject([{ event: 'created', enroll_id: '2' }])
    expect(await watched.poll(odd)).toEqual([])
  })
})

describe('what is remembered', () => {
  it('survives a restart: whoever enrolled in between is delivered, nobody twice', async () => {
    const before = await activated()
    mock.addEnrollments(webinar.meetingid, 2)
    expect(await before.poll()).toHaveLength(2)
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳' }])

    const after = trigger()
    after.stored = before.stored

    expect(await after.poll()).toMatchObject([{ nick_name: '王芳' }])
    expect(await after.poll()).toEqual([])
  })

  it('starts anew for another webinar', async () => {
    const first = await activated()
    const other = mock.addWebinar({ enrollments: 5 })
    const second = trigger({ webinar: { mode: 'id', value: other.meetingid } })
    second.stored = first.stored

    expect(await second.poll()).toEqual([])
    mock.addEnrollments(other.meetingid, 1)
    expect(await second.poll()).toHaveLength(1)
  })

  it('stays small with 10,000 enrollments, and finds the new one', {
    timeout: 60_000,
  }, async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 10_000 })
    const watched = await activated({ webinar: { mode: 'id', value: meetingid } })
    // An ID of seven digits takes ten characters.
    expect(watched.stored.length).toBeLessThan(101_000)

    mock.addEnrollments(meetingid, [{ nick_name: '王芳' }])
    expect(await watched.poll()).toMatchObject([{ nick_name: '王芳' }])
  })
})

describe('when something goes wrong', () => {
  it('loses nobody and tells nobody twice where a page fails in the middle', async () => {
    mock.addEnrollments(webinar.meetingid, 120)
    const watched = await activated()
    const added = mock.addEnrollments(webinar.meetingid, 60)

    const failing = watched.poll({ httpRequest: onPage(3, preferring(path, 'rate-limited')) })
    await expect(failing).rejects.toThrow('45009')

    const ids = (await watched.poll()).map(({ enroll_id }) => enroll_id)
    expect(ids).toEqual(added.map(({ enroll_id }) => enroll_id))
    expect(await watched.poll()).toEqual([])
  })

  it('says nothing of those who are there where the very first poll fails', async () => {
    mock.addEnrollments(webinar.meetingid, 60)
    const watched = trigger()
    const failing = watched.poll({ httpRequest: onPage(2, preferring(path, 'rate-limited')) })
    await expect(failing).rejects.toThrow('45009')
    expect(await watched.poll()).toEqual([])
  })

  it('delivers somebody who enrolls while pages are read, once', async () => {
    mock.addEnrollments(webinar.meetingid, 120)
    const watched = await activated()
    const enrolling = onPage(2, (options) => {
      mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳' }])
      return httpRequest(options)
    })

    const fired = [...(await watched.poll({ httpRequest: enrolling })), ...(await watched.poll())]

    expect(fired.map(({ nick_name }) => nick_name)).toEqual(['王芳'])
  })

  it('counts somebody once whom a shift of the pages shows twice', async () => {
    const watched = await activated()
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳' }])
    const twice = edited((page) => ({
      ...page,
      enroll_list: [...page.enroll_list, ...page.enroll_list],
    }))
    expect(await watched.poll({ httpRequest: twice })).toHaveLength(1)
  })

  it('tells nobody twice where two polls overlap', async () => {
    const watched = await activated()
    mock.addEnrollments(webinar.meetingid, 3)
    const fired = await Promise.all([watched.poll(), watched.poll()])
    expect(fired.flat()).toHaveLength(3)
  })

  it('goes on at the next poll where the time is up, and finds all in the end', async () => {
    mock.addEnrollments(webinar.meetingid, 120)
    const watched = await activated()
    const added = mock.addEnrollments(webinar.meetingid, 100)
    const fired: IDataObject[] = []
    let polls = 0
    for (; fired.length < added.length && polls < 10; polls += 1) {
      fired.push(...(await watched.poll({ budget: -1 })))
    }
    expect(fired.map(({ enroll_id }) => enroll_id)).toEqual(added.map(({ enroll_id }) => enroll_id))
    expect(polls).toBe(5)
  })

  it('reads all pages although the clock is set meanwhile', async () => {
    mock.addEnrollments(webinar.meetingid, 120)
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const watched = trigger({ options: { deliverExisting: true } })
      const setClock: HttpRequest = (options) => {
        vi.setSystemTime(Date.now() + 86_400_000)
        return httpRequest(options)
      }
      expect(await watched.poll({ httpRequest: setClock })).toHaveLength(123)
    } finally {
      vi.useRealTimers()
    }
  })

  it('takes its time for the base line too, and says nothing meanwhile', async () => {
    mock.addEnrollments(webinar.meetingid, 120)
    const watched = trigger()
    for (const _ of Array(3)) expect(await watched.poll({ budget: -1 })).toEqual([])
    mock.addEnrollments(webinar.meetingid, 1)
    expect(await watched.poll()).toHaveLength(1)
  })

  it.each([undefined, 99_999])(
    'says that enrollment may not be switched on (errcode %s)',
    async (enrollmentOffErrcode) => {
      await using other = await startMockServer({
        ...(enrollmentOffErrcode && { enrollmentOffErrcode }),
      })
      const { meetingid } = other.addWebinar({ enrollments: false })

      const error = await failureOf(
        watch(other, { webinar: { mode: 'id', value: meetingid } }).poll(),
      )

      expect(error).toBeInstanceOf(NodeApiError)
      expect(error.message).toContain('Check that enrollment is switched on for this webinar')
    },
  )

  it('says what to do about a refusal', async () => {
    const failing = trigger().poll({ httpRequest: preferring(path, 'untrusted-ip') })
    const error = await failureOf(failing)
    expect(error.message).toContain('60020')
    expect(error.message).toMatch(/\. Add \d+\.\d+\.\d+\.\d+ to the app's trusted IPs/)
  })
})

describe('a poll that fails', () => {
  it('after the pages have come leaves what is remembered as it was, and the next one tells all', async () => {
    const { wecom, watched } = await activatedFake([one(1), one(2)])
    const before = watched.stored
    wecom.enrollments.push(one(3), one(4), { ...one(5), enroll_id: null })

    const warn = () => {
      throw new Error('the log is full')
    }
    await expect(watched.poll({ warn })).rejects.toThrow('the log is full')

    expect(watched.stored).toBe(before)
    expect(idsOf(await watched.poll())).toEqual(['3', '4'])
    expect(await watched.poll()).toEqual([])
  })

  it('because the whole response is not WeCom’s is a typed error, and loses nothing', async () => {
    const answers = ['null', '[]', '"ok"', '7', '{}', '<html>', '', '{"errcode":0,"enroll_l']
    const failing = answers.map(async (text) => {
      const { wecom, watched } = await activatedFake([])
      const before = watched.stored
      wecom.enrollments.push(one(1))
      wecom.respondInstead = () => text
      const error = await failureOf(watched.poll())
      expect(error, text).toBeInstanceOf(NodeApiError)
      expect(watched.stored).toBe(before)
      wecom.respondInstead = undefined
      expect(idsOf(await watched.poll())).toEqual(['1'])
    })
    await Promise.all(failing)
  })

  it.each(['Mars/Phobos', '', 'UTC+8'])(
    'because %j is no time zone says so, and loses nothing',
    async (timeZone) => {
      const { wecom, watched } = await activatedFake([], { options: { isoTimes: true } })
      const before = watched.stored
      wecom.enrollments.push({ ...one(1), enroll_time: '2026/03/14 16:00' })

      const { message } = await failureOf(watched.poll({ timeZone }))

      expect(message).toContain(
        `The time zone is ${JSON.stringify(timeZone)}; expected one such as`,
      )
      expect(watched.stored).toBe(before)
      expect(await watched.poll({ timeZone: 'UTC' })).toMatchObject([
        { enroll_id: '1', enroll_time: '2026-03-14T08:00:00.000+00:00' },
      ])
    },
  )

  it('on a later page of a resumed reading leaves the place where it goes on', async () => {
    const { wecom, watched } = await activatedFake([], {})
    wecom.enrollments.push(...Array.from({ length: 200 }, (_, index) => one(index)))
    expect(await watched.poll({ budget: -1 })).toHaveLength(50)
    const before = watched.stored

    wecom.respondInstead = (offset) => (offset === 100 || offset === 0 ? refusal(48002) : undefined)
    await expect(watched.poll()).rejects.toThrow('48002')

    expect(watched.stored).toBe(before)
    wecom.respondInstead = undefined
    expect(idsOf(await watched.poll())).toEqual(Array.from({ length: 150 }, (_, i) => `${i + 50}`))
  })

  it('does not come where WeCom no longer knows the cursor: the first page is read at once', async () => {
    const { wecom, watched } = await activatedFake([], {})
    wecom.enrollments.push(...Array.from({ length: 120 }, (_, index) => one(index)))
    expect(await watched.poll({ budget: -1 })).toHaveLength(50)
    wecom.enrollments.unshift(one('first'))
    wecom.respondInstead = (offset) => (offset === 50 ? refusal(40058) : undefined)
    wecom.pageSize = 60
    expect(idsOf(await watched.poll())).toEqual([
      'first',
      ...Array.from({ length: 70 }, (_, i) => `${i + 50}`),
    ])
  })
})

describe('odd enrollments', () => {
  it.each<[string, object]>([
    [
      'an answer without content',
      { answer_list: [{ ...answer(1, 'Q'), answer_content: undefined }] },
    ],
    ['a null answer', { answer_list: [null] }],
    ['answers that are an object', { answer_list: answer(1, 'Q') }],
    ['no answers', { answer_list: null }],
    ['no status', { status: undefined }],
    ['no name', { nick_name: null }],
    ['a time of another type', { enroll_time: { at: 1 } }],
  ])('one with %s arrives, and the others with it', async (_, odd) => {
    const { wecom, watched } = await activatedFake([one(1)], { options: { isoTimes: true } })
    wecom.enrollments.push({ ...one(2), ...odd }, one(3))
    expect(idsOf(await watched.poll())).toEqual(['2', '3'])
    expect(await watched.poll()).toEqual([])
  })

  it.each([
    ['of another type', 'enrollment'],
    ['without an ID', { ...one(9), enroll_id: undefined }],
    ['with the ID null', { ...one(9), enroll_id: null }],
    ['with an empty ID', { ...one(9), enroll_id: ' ' }],
    ['with a list for an ID', { ...one(9), enroll_id: [] }],
    ['with a list of one for an ID', { ...one(9), enroll_id: [9] }],
    ['with an object for an ID', { ...one(9), enroll_id: {} }],
    ['with fields for an ID', { ...one(9), enroll_id: { id: 9 } }],
    ['with false for an ID', { ...one(9), enroll_id: false }],
    ['with true for an ID', { ...one(9), enroll_id: true }],
  ])('two that are %s are left out with a warning, and the others arrive', async (_, odd) => {
    const { wecom, watched } = await activatedFake([one(1)])
    wecom.enrollments.push(odd, one(2), odd, one(3))
    expect(idsOf(await watched.poll())).toEqual(['2', '3'])
    expect(watched.warnings).toEqual([
      'Skipped 2 of the enrollments of webinar webinar, because WeCom sent them without an ID: whether they are new is unknown.',
    ])
    expect(await watched.poll()).toEqual([])
  })

  it('null ones are nobody', async () => {
    const { wecom, watched } = await activatedFake([null, one(1)])
    wecom.enrollments.push(null, one(2), null)
    expect(idsOf(await watched.poll())).toEqual(['2'])
    expect(await watched.poll()).toEqual([])
  })

  it.each([['null'], [' undefined'], ['NaN'], [9], [1.5], [0]])(
    '%j is an ID',
    async (enroll_id) => {
      const { wecom, watched } = await activatedFake([])
      wecom.enrollments.push({ ...one(1), enroll_id })
      expect(await watched.poll()).toHaveLength(1)
      expect(await watched.poll()).toEqual([])
    },
  )

  it('a status that cannot be read is no change, and what was known stays', async () => {
    const { wecom, watched } = await activatedFake([one(1, approved)], { event: 'either' })
    for (const status of [undefined, null, 'Approved', {}, [3], true, 1.5, approved, '3']) {
      wecom.enrollments[0] = { ...one(1), status }
      expect(await watched.poll(), JSON.stringify(status)).toEqual([])
    }
    wecom.enrollments[0] = { ...one(1), status: '2' }
    expect(await watched.poll()).toMatchObject([{ previous_status: approved, status: '2' }])
  })

  it('a new one whose status comes later is told of when it comes', async () => {
    const { wecom, watched } = await activatedFake([], { event: 'statusChanged' })
    wecom.enrollments.push({ ...one(1), status: null })
    expect(await watched.poll()).toEqual([])
    wecom.enrollments[0] = one(1, approved)
    const events = await watched.poll()
    expect(events).toMatchObject([
      { event: 'statusChanged', status: approved, previous_status: null },
    ])
  })

  it('fields called like those of the trigger come with a number, and replace nothing', async () => {
    const { wecom, watched } = await activatedFake([one(1), one(2)], {
      simplify: false,
      event: 'either',
    })
    wecom.enrollments[0] = {
      ...one(1, approved),
      event: 'party',
      meetingid: 'another',
      previous_status: 9,
      previous_status_name: 'Old',
      'event (2)': 'dance',
      answer_list: [answer(1, 'event')],
    }
    wecom.enrollments[1] = one(2, approved)
    const [first, second] = await watched.poll()
    expect(first).toMatchObject({
      event: 'statusChanged',
      meetingid: 'webinar',
      previous_status: pending,
      previous_status_name: 'Pending',
      'event (2)': 'dance',
      'event (3)': 'party',
      'meetingid (2)': 'another',
      'previous_status (2)': 9,
      'previous_status_name (2)': 'Old',
      'event (answer)': 'x',
    })
    expect(second).not.toHaveProperty('event (2)')
  })

  it('one nested deeper than the stack holds arrives, and the others with it', async () => {
    const { wecom, watched } = await activatedFake([one(1)], {
      simplify: false,
      options: { isoTimes: true },
    })
    const [list, object] = [
      '['.repeat(50_000) + ']'.repeat(50_000),
      `${'{"x":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ]
    const odd = (id: number) =>
      `{"enroll_id":${id},"x":${id % 2 ? list : object},"answer_list":[{"question_title":"Q","answer_content":${list}}]}`
    wecom.respondInstead = () =>
      `{"errcode":0,"has_more":false,"enroll_list":[${odd(2)},${odd(3)},${JSON.stringify(one(4))}]}`
    expect(idsOf(await watched.poll())).toEqual(['2', '3', '4'])
    expect(await watched.poll()).toEqual([])
  })
})

describe('one enrollment that comes several times', () => {
  it('is one within a page and over pages, its ID a number or text', async () => {
    const { wecom, watched } = await activatedFake([one(1)])
    wecom.pageSize = 2
    const again = { ...one(2), enroll_id: 2 }
    wecom.enrollments.push(one(2), again, again, one(2), { ...one(1), enroll_id: 1 }, one(3))
    expect(idsOf(await watched.poll())).toEqual(['2', '3'])
    wecom.enrollments.reverse()
    expect(await watched.poll()).toEqual([])
  })

  it('counts as it was read last', async () => {
    const { wecom, watched } = await activatedFake([one(1)], { event: 'statusChanged' })
    wecom.enrollments.push(one(1, approved))
    expect(await watched.poll()).toMatchObject([{ enroll_id: '1', status: approved }])
    expect(await watched.poll()).toEqual([])
  })
})

describe('two polls at once', () => {
  it('the one that was overtaken tells nothing of what it read before', async () => {
    const { wecom, watched } = await activatedFake([one(1)], { event: 'statusChanged' })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const slow = watched.poll({
      httpRequest: async (options) => {
        const response = await wecom.httpRequest(options)
        await released
        return response
      },
    })
    wecom.enrollments[0] = one(1, approved)
    expect(await watched.poll()).toHaveLength(1)
    release()
    expect(await slow).toEqual([])
    expect(await watched.poll()).toEqual([])
  })
})

describe('a test in the editor', () => {
  it('shows the latest enrollment, and remembers nothing', async () => {
    mock.addEnrollments(webinar.meetingid, [
      { nick_name: '王芳', enroll_time: '2030-01-01 10:00:00' },
      { nick_name: '李娜', enroll_time: '2029-01-01 10:00:00' },
    ])
    const watched = trigger()
    expect(await watched.poll({ mode: 'manual' })).toMatchObject([
      { event: 'created', nick_name: '王芳' },
    ])
    expect(watched.stored).toBe('{}')
  })

  it.each([
    ['2023/03/23 14:00', '2023-03-23 10:00:00'],
    ['2023-03-23 14:00:00', '2023/03/23 10:00'],
    ['2023-10-05 9:00', '2023-9-30 10:00:00'],
    ['2023-03-23 14:00:00', null],
    ['2023-03-23 14:00:00', 'yesterday'],
  ])('knows that %j is later than %j', async (later, earlier) => {
    const enrollments = [
      null,
      { ...one(1), enroll_time: earlier },
      { ...one(2), enroll_time: later },
      { ...one(3), enroll_time: earlier },
      { ...one('none'), enroll_id: null, enroll_time: '2024-01-01 00:00:00' },
    ]
    const watched = watchFake(fakeWeCom(enrollments))
    expect(await watched.poll({ mode: 'manual' })).toMatchObject([{ enroll_id: '2' }])
  })

  it('shows it, with the columns of a live event, however many have enrolled', async () => {
    const first = Array.from({ length: 1100 }, (_, index) => one(index))
    const last = { ...one('last', approved), answer_list: [answer(2, 'Remarks')] }
    const wecom = fakeWeCom([...first, last])
    const changed = watchFake(wecom, { event: 'statusChanged', toStatus: approved })
    expect(await changed.poll({ mode: 'manual' })).toMatchObject([{ enroll_id: 'last' }])
    const created = watchFake(wecom, { event: 'either', toStatus: pending })
    expect(await created.poll({ mode: 'manual' })).toMatchObject([{ Remarks: null }])
  })

  it('shows one that fits the event', async () => {
    mock.addEnrollments(webinar.meetingid, [
      { nick_name: '李娜', status: approved, enroll_time: '2029-01-01 10:00:00' },
      { nick_name: '王芳', status: rejected, enroll_time: '2030-01-01 10:00:00' },
    ])
    const watched = trigger({ event: 'statusChanged', toStatus: approved })
    expect(await watched.poll({ mode: 'manual' })).toMatchObject([
      { event: 'statusChanged', nick_name: '李娜', previous_status_name: 'Pending' },
    ])
  })

  it('shows nobody as changed to the status that they had', async () => {
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳', status: pending }])
    const watched = trigger({ event: 'statusChanged', toStatus: pending })
    expect(await watched.poll({ mode: 'manual' })).toMatchObject([
      { status_name: 'Pending', previous_status_name: 'Approved' },
    ])
  })

  it.each([
    [{}, 'No enrollments yet'],
    [{ event: 'either', toStatus: approved }, 'No enrollments yet'],
    [{ event: 'statusChanged' }, 'No enrollments yet'],
  ])('says so where nobody has enrolled, and invents nobody (%j)', async (parameters, said) => {
    const { meetingid } = mock.addWebinar({ enrollments: 0 })
    const watched = trigger({ webinar: { mode: 'id', value: meetingid }, ...parameters })
    const { message } = await failureOf(watched.poll({ mode: 'manual' }))
    expect(message).toContain(said)
    expect(message).toContain('test again')
  })

  it.each([
    [{ event: 'statusChanged', toStatus: rejected }, 'has the status Rejected yet'],
    [{ event: 'either', toStatus: rejected }, 'has the status Rejected yet'],
    [{ event: 'statusChanged' }, 'still pending'],
  ])('says so where nobody fits (%j)', async (parameters, said) => {
    const { message } = await failureOf(trigger(parameters).poll({ mode: 'manual' }))
    expect(message).toContain(said)
  })
})

describe('the form of an event', () => {
  it('has the same columns in a test, live, and in Get Many, whoever comes', async () => {
    const { meetingid } = mock.addWebinar({
      title: '秋季发布会',
      enrollments: [{ status: approved, answer_list: [answer(4, '备注')] }],
    })
    const parameters = { webinar: { mode: 'id', value: meetingid } }
    const watched = await activated(parameters)
    const [tested = {}] = await watched.poll({ mode: 'manual' })
    mock.addEnrollments(meetingid, [
      { status: pending, answer_list: [answer(1, '备注'), answer(4, '备注')] },
      { status: pending, answer_list: [] },
    ])

    const live = await watched.poll()
    const listed = await execute({
      wecom: mock,
      parameters: {
        resource: 'webinarEnrollment',
        operation: 'getAll',
        status: approved,
        ...parameters,
      },
    })

    const columns = Object.keys(tested)
    expect(columns.slice(0, 5)).toEqual([
      'event',
      'previous_status',
      'previous_status_name',
      'meetingid',
      'title',
    ])
    expect(live.map(Object.keys)).toEqual([columns, columns])
    expect(listed.map(({ json }) => Object.keys(json))).toEqual([columns.slice(3)])
    expect(live).toMatchObject([
      { event: 'created', previous_status: null, meetingid, title: '秋季发布会', 备注: 'x; x' },
      { 备注: null },
    ])
  })

  it('is delivered without the title where WeCom does not say it', async () => {
    const watched = await activated()
    mock.addEnrollments(webinar.meetingid, 1)
    mock.fault({ operation: 'getWebinar', errcode: 90602 })
    expect(await watched.poll()).toMatchObject([{ meetingid: webinar.meetingid, title: null }])
  })

  it('has everything, and times as ISO 8601, on request', async () => {
    const watched = await activated({ simplify: false, options: { isoTimes: true } })
    mock.addEnrollments(webinar.meetingid, [{ enroll_time: '2026-03-14 16:00:00' }])
    expect(await watched.poll({ timeZone: 'UTC' })).toMatchObject([
      { enroll_time: '2026-03-14T08:00:00.000+00:00', tmp_openid: expect.any(String) },
    ])
  })
})

function trigger(parameters: INodeParameters = {}): WatchedTrigger {
  return watch(mock, { webinar: { mode: 'id', value: webinar.meetingid }, ...parameters })
}

/** An enrollment as WeCom sends it. */
function one(enroll_id: number | string, status = pending): Record<string, unknown> {
  const fields = { enroll_time: '2026-03-14 16:00:00', enroll_source_type: 2, nick_name: '王芳' }
  return { enroll_id: String(enroll_id), ...fields, status, answer_list: [answer(1, '备注')] }
}

function watchFake(wecom: FakeWeCom, parameters: INodeParameters = {}): WatchedTrigger {
  return watch(wecom, { webinar: { mode: 'id', value: wecom.meetingid }, ...parameters })
}

/** A trigger that has read `enrollments`, which are there already. */
async function activatedFake(
  enrollments: unknown[],
  parameters: INodeParameters = {},
): Promise<{ wecom: FakeWeCom; watched: WatchedTrigger }> {
  const wecom = fakeWeCom(enrollments)
  const watched = watchFake(wecom, parameters)
  expect(await watched.poll()).toEqual([])
  return { wecom, watched }
}

function idsOf(items: IDataObject[]): unknown[] {
  return items.map(({ enroll_id }) => enroll_id)
}

async function failureOf(poll: Promise<unknown>): Promise<NodeApiError> {
  return poll.then(
    () => expect.fail('the poll should have failed'),
    (error) => error,
  )
}

async function activated(parameters?: INodeParameters): Promise<WatchedTrigger> {
  const watched = trigger(parameters)
  expect(await watched.poll()).toEqual([])
  return watched
}

/** Changes the status of the `index`th enrollment of the webinar, and gives its ID. */
function change(index: number, status: number): [id: string] {
  const id = mock.enrollments(webinar.meetingid)[index]?.enroll_id ?? ''
  mock.updateEnrollment(webinar.meetingid, id, { status })
  return [String(id)]
}

interface Page {
  enroll_list: object[]
}

/** Returns pages of enrollments as `edit` has changed them. */
function edited(edit: (page: Page) => Page): HttpRequest {
  return async (options) => {
    const response = await httpRequest(options)
    if (new URL(options.url).pathname !== path) return response
    const page = JSON.parse(response.body)
    return { ...response, body: JSON.stringify(edit(page)) }
  }
}

/** Sends the request for the `number`th page, counted from 1, through `special`. */
function onPage(number: number, special: HttpRequest): HttpRequest {
  let pages = 0
  return (options) => {
    if (new URL(options.url).pathname === path) pages += 1
    return pages === number ? special(options) : httpRequest(options)
  }
}

function answer(question_num: number, question_title: string): Answer {
  const kind = { is_required: 1, question_type: 3, special_type: 1 }
  return { question_num, question_title, answer_content: ['x'], ...kind }
}
