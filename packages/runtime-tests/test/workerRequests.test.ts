import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMockServer } from '@wecom-meeting/mock-server'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from './bundle.ts'

let folder: string
let script: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-worker-'))
  script = await readFile(await bundle('requests.ts', join(folder, 'requests.mjs')), 'utf8')
})
afterAll(() => rm(folder, { recursive: true }))

// workerd lets no request touch what another one has made, and drops what a request has left behind.
test.each([
  ['at the same time', '/stay'],
  ['after one that left its call behind', '/leave'],
])('requests of a worker %s all get their responses', async (_, firstPath) => {
  await using mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  const { meetingid: webinarId } = mock.addWebinar({ enrollments: 0 })
  mock.fault({ operation: 'getToken', latency: 200 })
  const worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-07-01' })
  try {
    const url = await worker.ready
    const body = JSON.stringify({ baseUrl, corpId, corpSecret, webinarId, enrollments: 0 })
    const ask = async (path: string) =>
      (await fetch(new URL(path, url), { method: 'POST', body })).json()
    const first = ask(firstPath)
    if (firstPath === '/leave') expect(await first).toBe('left')
    expect(await Promise.all([ask('/'), ask('/')])).toEqual([webinarId, webinarId])
    await first
    // More than may be under way at once; those who left never give back their room.
    await Promise.all(Array.from({ length: 25 }, () => ask('/leave')))

    const before = mock.requests({ operation: 'getToken' }).length
    await ask('/')
    expect(mock.requests({ operation: 'getToken' })).toHaveLength(before)
  } finally {
    await worker.dispose()
  }
})
