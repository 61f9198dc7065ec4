import { getEventListeners, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type MockCorp, type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { call, getToken } from '../testing/callMock.ts'
import type { World } from '../World.ts'
import type { Changes } from './Changes.ts'
import { streamEvents } from './streamEvents.ts'

/** The messages of a stream, one after the other. */
async function* listenTo({ url, corpId }: MockCorp): AsyncGenerator<Changes, void> {
  const response = await fetch(`${url}/__mock/events?corpId=${corpId}`)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
      text = text.slice(end + 2)
      if (data !== undefined) yield JSON.parse(data)
    }
  }
}

/** The next message in which something is there. */
async function next(stream: AsyncGenerator<Changes, void>, part: keyof Changes): Promise<Changes> {
  for (;;) {
    const { value, done } = await stream.next()
    if (done) throw new Error(`the stream ended before ${part}`)
    if (part in value) return value
  }
}

test('a new reader gets all that there is', async () => {
  await using mock = await startMockServer({ scenario: 'busy' })
  await getToken(mock)
  const stream = listenTo(mock)
  const { value } = await stream.next()
  expect(value).toMatchObject({
    epoch: expect.any(String),
    requests: [{ number: 1, operation: 'getToken' }],
    server: { url: mock.url, corpId: mock.corpId },
    faults: [{ errcode: -1, scenario: 'busy' }],
    data: 1,
  })
  expect(JSON.stringify(value)).not.toContain((await getToken(mock)).access_token)
  expect(value).toHaveProperty('scenarios.length', mock.scenarios.length)
})

test.each<[string, keyof Changes, (mock: MockServer) => unknown]>([
  ['a fault', 'faults', (mock) => mock.fault({ errcode: -1 })],
  ['a scenario', 'scenarios', (mock) => mock.scenario('slow')],
  ['a webinar', 'data', (mock) => mock.addWebinar()],
  ['a meeting', 'data', (mock) => mock.addMeeting()],
  ['a change of a meeting', 'data', (mock) => mock.updateMeeting('XXXXXXXXX', { title: 'a' })],
  ['a change of a webinar', 'data', (mock) => mock.updateWebinar('MEETINGID', { title: 'a' })],
  ['the end of a meeting', 'data', (mock) => mock.removeMeeting('XXXXXXXXX')],
  ['the end of a webinar', 'data', (mock) => mock.removeWebinar('MEETINGID')],
  [
    'an enrollment',
    'data',
    ({ webinars, ...mock }) => {
      const { meetingid } = webinars.find(
        ({ admission_type }) => admission_type === 1,
      ) as JsonObject
      const [enrollment] = mock.enrollments(String(meetingid))
      mock.updateEnrollment(String(meetingid), String(enrollment?.enroll_id), { status: 2 })
    },
  ],
  ['a request', 'requests', (mock) => getToken(mock)],
])('%s set by others is told, and nothing else', async (_name, part, change) => {
  await using mock = await startMockServer()
  const stream = listenTo(mock)
  const { value: first } = await stream.next()
  await change(mock)
  const changes = await next(stream, part)
  expect(changes.epoch).toBe((first as Changes).epoch)
  expect(Object.keys(changes).filter((name) => name !== 'faults' || part !== 'scenarios')).toEqual([
    'epoch',
    part,
  ])
})

test('requests are told in the order in which they end, each once', async () => {
  const sleeping = Promise.withResolvers<void>()
  await using mock = await startMockServer({ sleep: () => sleeping.promise })
  mock.fault({ operation: 'getWebinar', latency: 1 })
  const { access_token } = await getToken(mock)
  const stream = listenTo(mock)
  await stream.next()
  const slow = call(mock, 'getWebinar', { meetingid: 'MEETINGID' }, { token: String(access_token) })
  await expect.poll(() => mock.faults[0]?.struck).toBe(1)
  await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }, { token: String(access_token) })
  expect((await next(stream, 'requests')).requests).toMatchObject([{ number: 3 }])
  sleeping.resolve()
  await slow
  expect((await next(stream, 'requests')).requests).toMatchObject([{ number: 2 }])
})

test('a reset is another epoch, with the whole journal', async () => {
  await using mock = await startMockServer()
  await getToken(mock)
  const stream = listenTo(mock)
  const first = await next(stream, 'requests')
  mock.reset()
  await getToken(mock)
  let second = await next(stream, 'requests')
  expect(second.epoch).not.toBe(first.epoch)
  // The reset alone may have been told before.
  if (second.requests?.length === 0) second = await next(stream, 'requests')
  expect(second.requests?.map(({ number }) => number)).toEqual([1])
})

test('another server has another epoch, with the same seed too', async () => {
  await using one = await startMockServer()
  await using other = await startMockServer()
  const epochs = await Promise.all([one, other].map((mock) => next(listenTo(mock), 'epoch')))
  expect(new Set(epochs.map(({ epoch }) => epoch)).size).toBe(2)
})

test('closing ends the stream, and does not wait for it', async () => {
  const mock = await startMockServer()
  const stream = listenTo(mock)
  await stream.next()
  await mock.close()
  expect(await stream.next()).toEqual({ value: undefined, done: true })
})

test('each corp has a stream of its own, which ends with it and masks what is its', async () => {
  await using mock = await startMockServer()
  const corp = mock.addCorp()
  const [own, added] = [listenTo(mock), listenTo(corp)]
  await own.next()
  const { value: first } = await added.next()
  expect(first).toMatchObject({ server: { corpId: corp.corpId }, requests: [] })
  const { corpSecret } = corp
  await fetch(`${corp.url}/cgi-bin/gettoken?corpid=${corp.corpId}&corpsecret=x&note=${corpSecret}`)
  const { requests } = await next(added, 'requests')
  expect(requests).toMatchObject([{ number: 1, operation: 'getToken' }])
  expect(JSON.stringify(requests)).not.toContain(corpSecret)
  corp.fault({ errcode: -1 })
  expect(await next(added, 'faults')).toMatchObject({ faults: [{ errcode: -1 }] })
  mock.removeCorp(corp.corpId)
  expect(await added.next()).toEqual({ value: undefined, done: true })
  mock.fault({ errcode: 5 })
  // All that happened to the other corp came before.
  expect(await own.next()).toMatchObject({ value: { faults: [{ errcode: 5 }] } })
})

test('a reader that leaves leaves nothing behind at its corp', async () => {
  const closing = new AbortController()
  const journal = { epoch: 'e', added: 0, latest: () => [] }
  const corp = { scenarios: [], faults: [] }
  const world = { closing, journal, data: { revision: 0 }, corp } as unknown as World
  const server = createServer((_request, response) => streamEvents(world, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}`)
  expect(getEventListeners(closing.signal, 'abort')).toHaveLength(1)
  await response.body?.cancel()
  await expect.poll(() => getEventListeners(closing.signal, 'abort')).toHaveLength(0)
  server.close()
})
