import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectionError, HttpError } from '@wecom-meeting/client/host'
import { startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, it } from 'vitest'
import { explain } from '../nodes/shared/errors.ts'
import { execute } from './support/execute.mts'
import { operations } from './support/operations.mts'

const untrusted = new ConnectionError('', {
  operation: 'getMeeting',
  cause: Object.assign(new Error(), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
})

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(join(import.meta.dirname, '..', page), 'utf8')

  it.each(operations.map(({ resource, name }) => [resource, name]))(
    'says what comes out of %s → %s',
    (resource, operation) => {
      // The Chinese page adds the resource's Chinese name in brackets.
      const row = new RegExp(`^\\| ${resource}(（.+）)? *\\| ${operation} +\\| \\S`, 'm')
      expect(text).toMatch(row)
    },
  )

  it('says first what can be read at all, how to create that, and where its ID is', () => {
    const [, , first = ''] = text.split('\n')
    for (const said of [
      '/cgi-bin/meeting/create',
      '/cgi-bin/meeting/webinar/create',
      'meetingid',
    ]) {
      expect(first).toContain(said)
    }
  })

  it("guides through WeCom's console by its own names", () => {
    const names = ['应用管理', '自建', '可见范围', '我的企业', '可调用接口的应用', '企业可信IP']
    for (const name of names) expect(text).toContain(name)
  })

  it('starts the mock by a command that it has', () => {
    const manifest = readFileSync(
      join(import.meta.dirname, '../../mock-server/package.json'),
      'utf8',
    )
    const { name, bin } = JSON.parse(manifest)
    expect(text).toContain(`npx -y -p ${name} ${Object.keys(bin)}\n`)
  })

  it('lets somebody enroll at the mock by a command that works', async () => {
    await using mock = await startMockServer()
    const { meetingid } = mock.addWebinar({ enrollments: 2 })
    const [, path = '', body = ''] = /curl http:\/\/[\d.:]+(\/\S+) -d '(.*)'/.exec(text) ?? []
    const sent = { method: 'POST', body: body.replace('THE_ID', meetingid) }
    expect((await fetch(mock.url + path, sent)).status).toBe(200)
    expect(mock.enrollments(meetingid)).toHaveLength(3)
  })

  it('lists every field that comes out of an operation', async () => {
    await using mock = await startMockServer()
    const section = text.split('\n## ').find((one) => /^(?:Output fields|输出字段)/.test(one)) ?? ''
    const tables = section.split(/^\*\*/m).map((part) => part.split('\n|').slice(1).join('\n'))
    const { meetingid } = mock.addMeeting()
    const webinar = mock.addWebinar({ enrollments: [{ answer_list: [], enroll_id: 'e1' }] })
    const userId = 'wangfang'
    mock.addMeeting({ admin_userid: userId, meeting_start: Math.floor(Date.now() / 1000) })
    const asked = [
      ['meeting', 'get', meetingid],
      ['meeting', 'getAll', meetingid],
      ['meeting', 'getAttendees', meetingid],
      ['webinar', 'get', webinar.meetingid],
      ['webinarEnrollment', 'getAll', webinar.meetingid],
      ['webinarEnrollment', 'approve', webinar.meetingid],
    ]
    for (const [index, [resource = '', operation = '', id = '']] of asked.entries()) {
      const locator = { mode: 'id', value: id }
      const parameters = {
        resource,
        operation,
        meeting: locator,
        webinar: locator,
        userId,
        enrollmentId: 'e1',
      }
      const [item] = await execute({ wecom: mock, parameters })
      const names = [...(tables[index + 1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name)
      expect(item).toBeDefined()
      for (const name of Object.keys(item?.json ?? {})) expect(names, operation).toContain(name)
    }
  })

  it('names the settings that errors name', () => {
    for (const error of [new HttpError('', { operation: 'getMeeting', status: 407 }), untrusted]) {
      const settings = explain(error).fix.match(/[A-Z]+(?:_[A-Z]+)+(?==| or | in )/g) ?? []
      expect(settings.length).toBeGreaterThan(0)
      for (const setting of settings) expect(text).toContain(setting)
    }
  })
})
