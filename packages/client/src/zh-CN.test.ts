import { expect, test } from 'vitest'
import { fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import { zhCN } from './zh-CN.ts'

async function errorOf(body: Record<string, unknown>) {
  const { fetch } = fakeWeCom(() => body)
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, errorTexts: zhCN })
  return wecom.meetings.get({ meetingid: 'm' }).catch((error) => error)
}

test('the message says what the errcode means and what WeCom says, fix what to do', async () => {
  const error = await errorOf(refused(60020, 'not allow to access from your ip'))
  expect(error.message).toBe(
    '企业微信拒绝了 getMeeting（60020）：调用方的 IP 不在应用的可信 IP 列表中。原文：not allow to access from your ip',
  )
  expect(error.fix).toMatch(/^请在管理后台将 203\.0\.113\.7 加入该应用的“企业可信IP”/)
})

test('an errmsg that names no address still leaves a readable fix', async () => {
  expect((await errorOf({ errcode: 60020, errmsg: 'no' })).fix).toContain(
    '请在管理后台将调用方的 IP 加入',
  )
})

test('a number that the catalogue does not know keeps WeCom’s own text', async () => {
  const error = await errorOf(refused(730099, 'something new'))
  expect(error.message).toBe('企业微信拒绝了 getMeeting（730099）：something new')
  expect(error.fix).toContain('devtool/query?e=730099')
})

test('where WeCom says nothing, nothing is said to be its own text', async () => {
  const { message } = await errorOf({ errcode: 60020 })
  expect(message).toBe('企业微信拒绝了 getMeeting（60020）：调用方的 IP 不在应用的可信 IP 列表中。')
  expect((await errorOf({ errcode: 730099 })).message).toBe('企业微信拒绝了 getMeeting（730099）')
})
