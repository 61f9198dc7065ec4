import type { INodeParameters } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { execute, failureOf } from './support/execute.mts'
import { type FakeWeCom, fakeWeCom } from './support/fakeWeCom.mts'
import { answering } from './support/httpRequest.mts'
import { watch } from './support/watch.mts'

const byId = { webinar: { mode: 'id', value: 'webinar' } }
const first = { enroll_id: 1, status: 1, nick_name: 'first' }

/** A trigger that knows one enrollment. */
async function activated(wecom: FakeWeCom, parameters: INodeParameters = byId) {
  wecom.enrollments = [first]
  const watched = watch(wecom, { event: 'either', ...parameters })
  expect(await watched.poll()).toEqual([])
  return watched
}

describe('the trigger', () => {
  it.each([[[]], [{}], [false]])(
    'folds no two enrollments whose ID, %j, is none without a notice',
    async (enroll_id) => {
      const wecom = fakeWeCom()
      const watched = await activated(wecom)
      wecom.enrollments.push({ enroll_id, nick_name: 'A' }, { enroll_id, nick_name: 'B' })
      const items = await watched.poll()
      expect(items.length === 2 || watched.warnings.length === 1).toBe(true)
    },
  )

  it('tells of enrollments in a webinar, named by its code, whose ID is a number', async () => {
    const wecom = fakeWeCom()
    const webinar = { errcode: 0, errmsg: 'ok', meetingid: 123, title: 'Launch' }
    wecom.httpRequest = answering('/webinar/get', webinar, wecom.httpRequest)
    const watched = await activated(wecom, { webinar: { mode: 'code', value: '123456789' } })
    wecom.enrollments.push({ enroll_id: 2, status: 1, nick_name: 'second' })
    expect(await watched.poll()).toMatchObject([{ nick_name: 'second' }])
  })

  it('tells of an enrollment beside one that is nested beyond what the stack holds', async () => {
    const wecom = fakeWeCom()
    const watched = await activated(wecom, {
      ...byId,
      simplify: false,
      options: { isoTimes: true },
    })
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    wecom.answerInstead = () =>
      `{"errcode":0,"has_more":false,"enroll_list":[${JSON.stringify(first)},{"enroll_id":2,"x":${deep}},{"enroll_id":3,"nick_name":"third"}]}`
    expect(await watched.poll()).toContainEqual(expect.objectContaining({ nick_name: 'third' }))
  })

  it('gives fields of an enrollment that are called as its own fields are', async () => {
    const wecom = fakeWeCom()
    const watched = await activated(wecom, { ...byId, simplify: false })
    wecom.enrollments.push({ enroll_id: 2, status: 1, event: 'Spring', meetingid: 'sub' })
    expect(JSON.stringify(await watched.poll())).toMatch(/"Spring".*"sub"/)
  })

  it('says so where the stored state has another shape', async () => {
    const wecom = fakeWeCom([first])
    const watched = watch(wecom, { event: 'either', ...byId })
    watched.stored = JSON.stringify({ version: 2, known: { 1: 1 } })
    await watched.poll()
    expect(watched.warnings).toHaveLength(1)
  })
})

it('each item gets an object of its own, also of what was asked for once', async () => {
  const wecom = fakeWeCom()
  const webinar = { errcode: 0, errmsg: 'ok', meetingid: 'm', title: 't', hosts: [{ userid: 'a' }] }
  const [one, other] = await execute({
    wecom,
    items: 2,
    parameters: { resource: 'webinar', ...byId, simplify: false },
    httpRequest: answering('/webinar/get', webinar, wecom.httpRequest),
  })
  expect(one?.json).toEqual(other?.json)
  expect(one?.json).not.toBe(other?.json)
})

it('a secret that an expression gives as a number is not called empty', async () => {
  const wecom = { ...fakeWeCom(), corpSecret: 123_456_789 as never }
  const { message } = await failureOf({ wecom, parameters: { resource: 'webinar', ...byId } })
  expect(message).not.toContain('empty')
})
