import { setImmediate } from 'node:timers/promises'
import { createWeComClient, type Hooks } from '@wecom-meeting/client'
import { expect, test } from 'vitest'
import { fakeWeCom } from './support/fakeWeCom.ts'

test('hooks and a logger whose promises reject leave nothing unhandled, which would end the process', async () => {
  const unhandled: unknown[] = []
  const see = (reason: unknown) => void unhandled.push(reason)
  process.on('unhandledRejection', see)
  let told = 0
  const fail = async () => {
    told += 1
    throw new Error('not my day')
  }
  const hooks: Hooks = { onRequest: fail, onResponse: fail, onToken: fail }
  const { fetch, credentials } = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const logger = { debug: fail, warn: fail }
  const wecom = createWeComClient({ ...credentials, fetch, hooks, logger })
  await wecom.meetings.get({ meetingid: 'm' })
  await setImmediate()
  process.off('unhandledRejection', see)
  expect({ told, unhandled }).toEqual({ told: 10, unhandled: [] })
})
