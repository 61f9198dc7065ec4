import { createWeComClient } from '@wecom-meeting/client'
import { redisTokenStore } from '@wecom-meeting/client/redis'
import { Redis } from 'ioredis'

/** What a worker process is told, as JSON in its argument. */
export interface WorkerTask {
  redisPort: number
  baseUrl: string
  corpId: string
  corpSecret: string
  meetingid: string
  calls: number
}

const task = JSON.parse(process.argv[2] ?? '') as WorkerTask
const { redisPort, meetingid, calls, ...credentials } = task
const redis = new Redis(redisPort, '127.0.0.1')
const wecom = createWeComClient({ ...credentials, tokenStore: redisTokenStore(redis) })

process.send?.('ready')
process.once('message', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: calls }, () => wecom.meetings.get({ meetingid })),
  )
  process.send?.(results.filter(({ status }) => status === 'fulfilled').length)
  redis.disconnect()
  process.disconnect()
})
