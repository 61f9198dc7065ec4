import { Agent, request } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Fault, MockServer, ScenarioName } from '../index.ts'
import type { Random } from '../Random.ts'
import { getToken, paths } from './callMock.ts'

const faults: Fault[] = [
  { errcode: -1, times: 3 },
  { drop: 'before', times: 1 },
  { drop: 'middle', times: 1 },
  { truncate: true, every: 2, times: 2 },
  { html: 502, probability: 0.5, times: 2 },
  { contentType: 'text/plain', times: 2 },
  { slowBody: 5, times: 1 },
  { expireTokens: true, times: 1 },
  { latency: [0, 3], times: 20 },
]
const scenarios: (ScenarioName | 'none')[] = ['busy', 'token-dies', 'flaky-network', 'none']
const postPaths = Object.values(paths).filter((path) => path !== paths.getToken)
const meetingids = ['XXXXXXXXX', 'MEETINGID', 'MEETINGID1', 'nobody', '', 'x'.repeat(2000)]

/**
 * `count` requests of every kind against a mock, ten at a time: good ones, broken ones, faults,
 * scenarios, data that is added, dead tokens, the control over HTTP. Ends with `reset()`.
 */
export async function mixedLoad(mock: MockServer, random: Random, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 })
  let token = await liveToken(mock)
  let left = count
  async function worker(): Promise<void> {
    while (left > 0) {
      left -= 1
      if (random.chance(5)) {
        disturb(mock, random)
        token = await liveToken(mock)
      }
      await oneRequest(random.chance(10) ? get(mock, random) : post(mock, random, token), agent)
    }
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  agent.destroy()
  mock.reset()
}

/** A fault may keep it back: then calls are refused for a while, which is load too. */
async function liveToken(mock: MockServer): Promise<string> {
  try {
    return String((await getToken(mock)).access_token)
  } catch {
    return 'none'
  }
}

function disturb(mock: MockServer, random: Random): void {
  const acts = [
    () => mock.fault(random.pick(faults)),
    () => mock.scenario(random.pick(scenarios)),
    () => mock.addWebinar({ enrollments: random.integer(0, 60) }),
    () => mock.addMeeting(),
    () => mock.updateWebinar(String(random.pick(mock.webinars).meetingid), { title: '发布会' }),
    () => mock.removeCorp(mock.addCorp({ enrollments: 1 }).corpId),
    () => mock.advanceClock(random.integer(0, 7200)),
    () => mock.expireTokens(),
    () => mock.requests(),
  ]
  random.pick(acts)()
}

interface Sent {
  url: string
  method: string
  body: string
}

/** Whatever comes back, also nothing, is taken. */
function oneRequest({ url, method, body }: Sent, agent: Agent): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(url, { method, agent }, (response) => {
      response.resume()
      response.on('close', resolve)
      response.on('error', () => resolve())
    })
    sent.on('error', () => resolve())
    sent.end(body)
  })
}

function get(mock: MockServer, random: Random): Sent {
  const corpsecret = random.chance(20) ? 'wrong' : mock.corpSecret
  const query = new URLSearchParams({ corpid: mock.corpId, corpsecret })
  const path = random.pick([`${paths.getToken}?${query}`, '/__mock/faults', '/nothing'])
  return { url: mock.url + path, method: 'GET', body: '' }
}

function post(mock: MockServer, random: Random, liveToken: string): Sent {
  const token = random.chance(5) ? random.id('t', 200) : liveToken
  const limit = random.integer(0, 51)
  const right = JSON.stringify({ meetingid: random.pick(meetingids), limit })
  const body = random.chance(10) ? right.slice(0, random.integer(0, right.length)) : right
  return { url: `${mock.url}${random.pick(postPaths)}?access_token=${token}`, method: 'POST', body }
}

/** Bytes of JavaScript objects that are still in use. */
export function usedHeap(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
