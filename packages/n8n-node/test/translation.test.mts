import { describe, expect, it } from 'vitest'
import meetingZh from '../nodes/WeComMeeting/translations/zh-CN/weComMeeting.json' with {
  type: 'json',
}
import { WeComMeeting } from '../nodes/WeComMeeting/WeComMeeting.node.ts'
import triggerZh from '../nodes/WeComMeetingTrigger/translations/zh-CN/weComMeetingTrigger.json' with {
  type: 'json',
}
import { WeComMeetingTrigger } from '../nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts'
import { chineseTexts } from '../scripts/chineseTexts.mts'

describe.each([
  ['WeCom Meeting', new WeComMeeting(), meetingZh],
  ['WeCom Meeting Trigger', new WeComMeetingTrigger(), triggerZh],
])('the Chinese of %s', (_, { description }, { nodeView }) => {
  const parameters: Record<string, Parameter> = nodeView

  it.each(description.properties.map((property) => [property.name, property] as const))(
    'has the parameter %s with each of its options',
    (name, { options = [] }) => {
      expect(parameters[name]?.displayName).toMatch(chinese)
      for (const option of options) {
        const key = 'value' in option ? String(option.value) : option.name
        expect(parameters[name]?.options?.[key]?.displayName).toMatch(chinese)
      }
    },
  )
})

describe('the generator', () => {
  it('names a text that nobody has translated', () => {
    const translate = chineseTexts({ paths: {}, components: { schemas: {} } })
    expect(() => translate('New Option')).toThrow('No Chinese for "New Option"')
  })
})

const chinese = /\p{Script=Han}/u

interface Parameter {
  displayName: string
  options?: Record<string, Parameter>
}
