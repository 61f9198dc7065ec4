import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { specPath } from '@wecom-meeting/spec'
import { afterAll, expect, test } from 'vitest'
import { startMockServer } from './index.ts'
import { call, getToken } from './testing/callMock.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a server says of its reloads. */
function collectReloads() {
  let messages: string[] = []
  return {
    onReload: (message: string) => void messages.push(message),
    /** One write may be found more than once, so what counts is the latest message since `change`. */
    async after(change: () => void, expected: RegExp): Promise<void> {
      messages = []
      change()
      await expect.poll(() => messages.at(-1) ?? '', { timeout: 10_000 }).toMatch(expected)
    },
  }
}

test('takes up changed fixtures; keeps the last good ones when they break', async () => {
  const fixtures = join(folder, 'fixtures.yaml')
  writeFileSync(fixtures, 'webinars: [{ meetingid: launch, title: 一 }]')
  const { onReload, after } = collectReloads()
  await using mock = await startMockServer({ fixtures, watch: true, onReload })
  using corp = mock.addCorp()
  const token = String((await getToken(mock)).access_token)
  mock.fault({ latency: 1 })
  const titleNow = async () =>
    (await call(mock, 'getWebinar', { meetingid: 'launch' }, { token })).title
  expect(await titleNow()).toBe('一')

  const write = (text: string) => writeFileSync(fixtures, text)
  const takenUp = /^took up .*fixtures\.yaml$/
  await after(() => write('webinars: [{ meetingid: launch, title: 二 }]\n'), takenUp)
  expect(await titleNow()).toBe('二')
  expect(await call(corp, 'getWebinar', { meetingid: 'launch' })).toMatchObject({ title: '二' })

  await after(
    () => write('webinars: [{ meetingid: launch, title: 3 }]\n\n'),
    /fixtures\.yaml changed and is not taken up: .*title is 3; it must be text: write it in quotes$/,
  )
  expect(await titleNow()).toBe('二')
  mock.reset()
  expect(mock.webinars).toContainEqual(expect.objectContaining({ title: '二' }))

  await after(() => rmSync(fixtures), /not taken up: .*no such file$/)
  await after(() => write('webinars: [{ meetingid: launch, title: 四 }]\n\n\n'), takenUp)
  expect(mock.webinars).toContainEqual(expect.objectContaining({ title: '四' }))
})

test('takes up a changed spec; keeps the last good one when it breaks', async () => {
  const spec = join(folder, 'openapi.yaml')
  copyFileSync(specPath, spec)
  const { onReload, after } = collectReloads()
  await using mock = await startMockServer({ spec, watch: true, onReload })
  const verdict = async () => {
    await call(mock, 'listWebinarEnrollments', { meetingid: 'MEETINGID1', limit: 60 })
    return mock.requests({ operation: 'listWebinarEnrollments' }).at(-1)?.verdict.valid
  }
  expect(await verdict()).toBe(false)

  const text = readFileSync(specPath, 'utf8')
  expect(text).toContain('maximum: 50')
  const raised = text.replace('maximum: 50', 'maximum: 600')
  await after(() => writeFileSync(spec, raised), /^took up .*openapi\.yaml$/)
  expect(await verdict()).toBe(true)

  const broken = 'openapi: 3.1.0\npaths: {\n'
  await after(
    () => writeFileSync(spec, broken),
    /openapi\.yaml changed and is not taken up: .*openapi\.yaml:\d+:\d+/,
  )
  expect(await verdict()).toBe(true)
})
