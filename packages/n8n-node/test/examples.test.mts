import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { INode } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { WeComMeeting } from '../nodes/WeComMeeting/WeComMeeting.node.ts'
import { WeComMeetingTrigger } from '../nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts'

const folder = join(import.meta.dirname, '../../../examples/workflows')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))

/** What a user has to replace. */
const PLACEHOLDER = /YOUR_[A-Z_]+|https:\/\/\w+\.example\.com[\w/]*/g

it('are five', () => {
  expect(files).toHaveLength(5)
})

describe.each(files)('the example workflow %s', (file) => {
  const { nodes } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { nodes: INode[] }
  const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote'
  const notes = nodes.filter(isNote)
  const others = nodes.filter((node) => !isNote(node))
  const ours = others.filter(({ type }) => type.startsWith('n8n-nodes-wecom-meeting.'))

  it('shows each placeholder in a note beside its node', () => {
    let found = 0
    for (const { name, parameters, position } of others) {
      for (const [placeholder] of JSON.stringify(parameters).matchAll(PLACEHOLDER)) {
        found += 1
        const note = notes.find((one) => String(one.parameters.content).includes(placeholder))
        expect(note, `${placeholder} of ${name}`).toBeDefined()
        expect(Math.abs((note?.position[0] ?? 0) - position[0])).toBeLessThan(100)
      }
    }
    expect(found).toBeGreaterThan(0)
  })

  it('uses the newest version of our nodes', () => {
    expect(ours.length).toBeGreaterThan(0)
    const newest = [new WeComMeeting(), new WeComMeetingTrigger()].map(
      ({ description }) => description.defaultVersion,
    )
    for (const { typeVersion } of ours) expect(newest).toEqual([typeVersion, typeVersion])
  })
})
