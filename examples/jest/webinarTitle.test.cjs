/* global mock */
const { expect, test } = require('@jest/globals')
const { webinarTitle } = require('./webinarTitle.cjs')

test('finds the title', async () => {
  const { meetingid } = mock.addWebinar({ title: '秋季发布会' })
  expect(await webinarTitle(meetingid, mock)).toBe('秋季发布会')
})

test('says what WeCom says when there is no such webinar', async () => {
  await expect(webinarTitle('nobody', mock)).rejects.toThrow('WeCom says 90602: ')
  expect(mock.requests().at(-1)).toMatchObject({ operation: 'getWebinar' })
})
