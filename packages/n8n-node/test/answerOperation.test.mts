import { describe, expect, it } from 'vitest'
import { getWebinar } from '../nodes/WeComMeeting/generated/getWebinar.ts'
import { answerOperation } from '../nodes/WeComMeeting/operations/answerOperation.ts'
import type { OperationCall } from '../nodes/WeComMeeting/operations/operation.ts'
import { oneWebinar } from '../nodes/WeComMeeting/operations/webinar.ts'
import { isoTimesOption } from '../nodes/WeComMeeting/output/outputProperties.ts'

const answer = { title: '秋季发布会', start_time: '1773475200' }
const declared = {
  ...oneWebinar,
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  endpoint: getWebinar,
  ask: async (_: unknown, request: object) => ({ ...answer, request }),
}

function callWith(parameters: Record<string, unknown>): OperationCall {
  const call: Pick<OperationCall, 'parameter' | 'once' | 'timeZone'> = {
    parameter: (name) => parameters[name] ?? null,
    once: (_kind, _question, ask) => ask(),
    timeZone: 'Asia/Shanghai',
  }
  return call as OperationCall
}

describe('an operation whose answer is not simplified', () => {
  it('asks for nothing but what names the webinar', () => {
    const { properties } = answerOperation({ ...declared, options: [] })
    expect(properties.map(({ name }) => name)).toEqual(['webinar'])
  })

  it('puts out the whole answer, with times as the user wants them', async () => {
    const { properties, run } = answerOperation({ ...declared, options: [isoTimesOption] })
    expect(properties.map(({ name }) => name)).toEqual(['webinar', 'options'])
    const webinar = { mode: 'id', value: 'wb123' }
    expect(await run(callWith({ webinar }))).toEqual([
      { ...answer, request: { meetingid: 'wb123' } },
    ])
    expect(await run(callWith({ webinar, options: { isoTimes: true } }))).toMatchObject([
      { start_time: '2026-03-14T16:00:00.000+08:00' },
    ])
  })

  it('asks for what has to be looked up first', async () => {
    const { run } = answerOperation({
      ...declared,
      options: [],
      request: async () => ({ meetingid: 'found' }),
    })
    expect(await run(callWith({}))).toMatchObject([{ request: { meetingid: 'found' } }])
  })
})
