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
  it('names every text that nobody has translated, once', () => {
    const { translate, problems } = chineseTexts({ paths: {}, components: { schemas: {} } })
    for (const text of ['New Option', 'Get', 'New Option', 'Another']) translate(text)
    expect([...problems]).toEqual([
      'No Chinese for "New Option": add it to packages/n8n-node/scripts/editorTexts.zh-CN.mts.',
      'No Chinese for "Another": add it to packages/n8n-node/scripts/editorTexts.zh-CN.mts.',
    ])
  })

  it('names a text that the document has in two versions, unless the list settles it', () => {
    const coded = (chinese: string) => ({
      enum: [1],
      'x-enum-varnames': ['Limit'],
      'x-enum-descriptions': ['Somebody'],
      'x-enum-descriptions-zh': [chinese],
    })
    const schemas = { One: coded('某人'), Other: coded('有人') }
    const { translate, problems } = chineseTexts({ paths: {}, components: { schemas } })
    expect(translate('Limit')).toBe('数量上限')
    translate('Somebody')
    expect([...problems]).toEqual([
      expect.stringMatching(/^"Somebody" is "某人" and "有人" in spec\/openapi.yaml: make it one/),
    ])
  })
})

const chinese = /\p{Script=Han}/u

interface Parameter {
  displayName: string
  options?: Record<string, Parameter>
}
