import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { specPath } from '@wecom-meeting/spec'
import { afterAll, expect, test } from 'vitest'
import { startMockServer } from './index.ts'
import { call, getToken } from './testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Hands out the messages of a server's reloads one by one, as they come. */
function reloads() {
  const came: string[] = []
  let tell = (): void => undefined
  return {
    onReload(message: string) {
      came.push(message)
      tell()
    },
    async next(): Promise<string> {
      while (came.length === 0) {
        await new Promise<void>((resolve) => {
          tell = resolve
        })
      }
      return came.shift() as string
    },
  }
}

test('takes up changed fixtures; keeps the last good ones when they break', async () => {
  const fixtures = join(folder, 'fixtures.yaml')
  writeFileSync(fixtures, 'webinars: [{ meetingid: launch, title: 一 }]')
  const { onReload, next } = reloads()
  await using mock = await startMockServer({ fixtures, watch: true, onReload })
  const token = String((await getToken(mock)).access_token)
  mock.fault({ latency: 1 })
  const titleNow = async () =>
    (await call(mock, 'getWebinar', { meetingid: 'launch' }, { token })).title
  expect(await titleNow()).toBe('一')

  writeFileSync(fixtures, 'webinars: [{ meetingid: launch, title: 二 }]\n')
  expect(await next()).toBe(`took up ${fixtures}`)
  expect(await titleNow()).toBe('二')

  writeFileSync(fixtures, 'webinars: [{ meetingid: launch, title: 3 }]\n\n')
  expect(await next()).toMatch(
    /fixtures\.yaml changed and is not taken up: .*title is 3; it must be string$/,
  )
  expect(await titleNow()).toBe('二')
  mock.reset()
  expect(mock.webinars).toContainEqual(expect.objectContaining({ title: '二' }))

  rmSync(fixtures)
  expect(await next()).toMatch(/not taken up: .*no such file$/)
  writeFileSync(fixtures, 'webinars: [{ meetingid: launch, title: 四 }]\n\n\n')
  expect(await next()).toBe(`took up ${fixtures}`)
  expect(mock.webinars).toContainEqual(expect.objectContaining({ title: '四' }))
})

test('takes up a changed spec; keeps the last good one when it breaks', async () => {
  const spec = join(folder, 'openapi.yaml')
  copyFileSync(specPath, spec)
  const { onReload, next } = reloads()
  await using mock = await startMockServer({ spec, watch: true, onReload })
  const verdict = async () => {
    await call(mock, 'listWebinarEnrollments', { meetingid: 'MEETINGID1', limit: 60 })
    return mock.requests({ operation: 'listWebinarEnrollments' }).at(-1)?.verdict.valid
  }
  expect(await verdict()).toBe(false)

  const text = readFileSync(specPath, 'utf8')
  expect(text).toContain('maximum: 50')
  writeFileSync(spec, text.replace('maximum: 50', 'maximum: 600'))
  expect(await next()).toBe(`took up ${spec}`)
  expect(await verdict()).toBe(true)

  writeFileSync(spec, 'openapi: 3.1.0\npaths: {\n')
  expect(await next()).toMatch(/openapi\.yaml changed and is not taken up: .*openapi\.yaml:\d+:\d+/)
  expect(await verdict()).toBe(true)
})
