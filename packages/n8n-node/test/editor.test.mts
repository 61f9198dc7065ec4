import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type INodeParameters, type INodeProperties, NodeHelpers } from 'n8n-workflow'
import { describe, expect, it } from 'vitest'
import { WeComMeetingApi } from '../credentials/WeComMeetingApi.credentials.ts'
import { WeComMeeting } from '../nodes/WeComMeeting/WeComMeeting.node.ts'
import { WeComMeetingTrigger } from '../nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts'

const nodes = [new WeComMeeting(), new WeComMeetingTrigger()].map(({ description }) => description)
const [action, trigger] = nodes as [(typeof nodes)[0], (typeof nodes)[0]]

const webinarGet = { resource: 'webinar', operation: 'get' }
const enrollmentsGet = { resource: 'webinarEnrollment', operation: 'getAll' }
const attendeesGet = { resource: 'meeting', operation: 'getAttendees' }

it('each resource keeps its default operation, which n8n does not store in workflows', () => {
  const defaults = action.properties
    .filter(({ name }) => name === 'operation')
    .map(({ displayOptions, default: value }) => [displayOptions?.show?.resource, value])
  expect(defaults).toEqual([
    [['meeting'], 'get'],
    [['webinar'], 'get'],
    [['webinarEnrollment'], 'getAll'],
  ])
})

it('operations keep what workflows store of them, whatever the spec calls its fields', () => {
  const stored = action.properties.flatMap(({ name, displayOptions, options = [] }) => {
    const { resource = [], operation = [] } = displayOptions?.show ?? {}
    const names = new Set((options as INodeProperties[]).map((option) => option.name))
    const own = name === 'options' ? `(${[...names].join(' ')})` : name
    return operation.map((value) => ({ of: `${resource}.${value}`, own }))
  })
  const byOperation = Array.from(
    Map.groupBy(stored, ({ of }) => of),
    ([of, all]) => `${of}: ${[...new Set(all.map(({ own }) => own))].join(' ')}`,
  )
  expect(byOperation).toEqual([
    'meeting.get: meeting userId simplify (rawOutput subMeetingId isoTimes waitOnRateLimit)',
    'meeting.getAll: userId beginTime endTime returnAll limit details simplify (isoTimes waitOnRateLimit)',
    'meeting.getAttendees: meeting userId returnAll limit simplify (attendedOnly subMeetingId isoTimes waitOnRateLimit)',
    'webinar.get: webinar simplify (rawOutput isoTimes waitOnRateLimit)',
    'webinarEnrollment.getAll: webinar returnAll limit status simplify (answers rawOutput severalAnswers isoTimes waitOnRateLimit)',
    'webinarEnrollment.approve: webinar enrollmentId (waitOnRateLimit)',
    'webinarEnrollment.reject: webinar enrollmentId (waitOnRateLimit)',
    'webinarEnrollment.resetToPending: webinar enrollmentId (waitOnRateLimit)',
  ])
})

describe('the options', () => {
  it('of the output are not shown beside Raw Output, on which they have no effect', () => {
    const withRaw = { ...enrollmentsGet, simplify: false, options: { rawOutput: true } }
    expect(optionsShown(withRaw)).toEqual(['Raw Output', 'Wait on Rate Limit'])
    expect(optionsShown({ ...enrollmentsGet, simplify: false })).toEqual([
      'Answers',
      'Raw Output',
      'Several Answers',
      'Times as ISO 8601',
      'Wait on Rate Limit',
    ])
    expect(optionsShown(enrollmentsGet)).not.toContain('Raw Output')
  })

  it.each([webinarGet, attendeesGet, enrollmentsGet, { event: 'created' }])(
    'for times is not shown beside Simplify, whose times are ISO 8601 already: %j',
    (parameters) => {
      const description = 'event' in parameters ? trigger : action
      const isShown = (simplify: boolean, version: number) =>
        optionsShown({ ...parameters, simplify }, description, version).filter(
          (label) => label === 'Times as ISO 8601',
        ).length
      expect([isShown(true, 2), isShown(false, 2)]).toEqual([0, 1])
      expect([isShown(true, 1), isShown(false, 1)]).toEqual([1, 1])
    },
  )

  it('for answers are those that the version of the node has', () => {
    const names = ({ properties }: typeof action, typeVersion: number) =>
      properties
        .flatMap(({ options = [] }) => options as INodeProperties[])
        .filter(({ name }) => name === 'answers')
        .map(({ options = [] }) =>
          options
            .filter((one) =>
              NodeHelpers.displayParameter({}, one as INodeProperties, { typeVersion }, action),
            )
            .map(({ name }) => name),
        )
    const inBoth = ['A Column per Question', 'A List', 'None']
    const inNewest = inBoth.toSpliced(1, 0, 'A Column per Question, Numbered')
    for (const node of nodes) {
      expect(names(node, 1)).toEqual([inBoth])
      expect(names(node, 2)).toEqual([inNewest])
    }
  })

  it.each([
    ['columns', true],
    ['numbered', true],
    ['list', false],
    ['none', false],
  ])('for several answers are shown where answers are columns: %s', (answers, isShown) => {
    const parameters = { ...enrollmentsGet, options: { answers } }
    expect(optionsShown(parameters).includes('Several Answers')).toBe(isShown)
    expect(optionsShown({ options: { answers } }, trigger).includes('Several Answers')).toBe(
      isShown,
    )
  })

  it('of attendees are those of other lists, as far as the version of the node knows them', () => {
    const limited = { ...attendeesGet, returnAll: false }
    expect(shown({ ...limited })).toEqual([
      'Resource',
      'Operation',
      'Meeting',
      'Return All',
      'Limit',
      'Simplify',
      'Options',
    ])
    expect(shown(attendeesGet)).not.toContain('Limit')
    expect(shown(attendeesGet, action, 1)).not.toContain('Simplify')
    expect(optionsShown(attendeesGet)).toContain('Only Those Who Attended')
    const fromList = { ...attendeesGet, meeting: { __rl: true, mode: 'list', value: '' } }
    expect(shown(fromList)).toContain('User ID')
    expect(shown(attendeesGet)).not.toContain('User ID')
  })

  it.each([
    [action.name, 2, true],
    [action.name, 1, true],
    [`${action.name}Tool`, 2, false],
    [`${action.name}Tool`, 1, true],
  ])('of attendees are all of them, but for a model: %s, version %i', (name, version, all) => {
    const properties = propertiesShown(attendeesGet, { ...action, name }, version)
    const defaults = properties.filter((one) => one.name === 'returnAll').map((one) => one.default)
    expect(defaults).toEqual([all])
  })
})

describe('a meeting or webinar', () => {
  const locators = [...action.properties, ...trigger.properties].filter(
    ({ type }) => type === 'resourceLocator',
  )

  it.each(locators.map((one) => [one.displayName, one] as const))(
    '%s is asked for by its code first, in its own words',
    (kind, { modes = [], default: start, description }) => {
      expect(modes.map(({ displayName }) => displayName)).toEqual([
        ...(kind === 'Meeting' ? ['From List'] : []),
        'By Code',
        'By Link',
        'By ID',
      ])
      expect(start).toEqual({ mode: 'code', value: '' })
      const other = kind === 'Webinar' ? 'meeting' : 'webinar'
      const hints = modes.filter(({ name }) => name !== 'list').map(({ hint }) => hint)
      for (const text of [description, ...hints]) {
        expect(text).toContain(kind.toLowerCase())
        expect(text?.replace('meetingid', '')).not.toContain(other)
      }
    },
  )
})

describe('on the canvas', () => {
  it('the subtitle says in words what the node does', () => {
    expect(subtitle(enrollmentsGet)).toBe('Get many webinar enrollments')
    expect(subtitle(attendeesGet)).toBe('Get the attendees of a meeting')
    expect(subtitle(webinarGet)).toBe('Get a webinar')
  })
})

/** What n8n appends to a documentation link. */
const APPENDED = '?utm_source=n8n_app&utm_medium=node_settings_modal-credential_link'

describe.each(nodes.map(({ displayName, name }) => [displayName, name]))(
  '%s',
  (displayName, name) => {
    const file = `../nodes/${displayName?.replaceAll(' ', '')}/${displayName?.replaceAll(' ', '')}.node.json`
    const codex = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))

    it.each([
      'attendees',
      'participants',
      'registration',
      'registrants',
      '腾讯会议',
      'voov',
      '签到',
      '参会人',
      'wecom',
      '企业微信',
      'webinar',
      '报名',
      'approve',
      'reject',
      '审批',
    ])('is found by %s', (typed) => {
      expect(codex.node).toBe(`n8n-nodes-wecom-meeting.${name}`)
      expect(codex.alias.map((alias: string) => alias.toLowerCase())).toContain(typed)
    })

    it('links to its documentation, with the parameters that n8n appends', () => {
      const [{ url }] = codex.resources.primaryDocumentation
      const link = new URL(url + APPENDED)
      expect(link.searchParams.get('utm_source')).toBe('n8n_app')
      expect(link.hash).toBe('')
    })
  },
)

it('the documentation of the credential is a heading of the README', () => {
  const { hash } = new URL(new WeComMeetingApi().documentationUrl)
  const headings = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  expect(headings).toMatch(new RegExp(`^## ${hash.slice(1)}$`, 'im'))
})

/** The labels that the editor shows with those parameters, beside each other. */
function shown(parameters: INodeParameters, description = action, typeVersion = 2): string[] {
  return propertiesShown(parameters, description, typeVersion).map((one) => one.displayName)
}

function propertiesShown(
  parameters: INodeParameters,
  description: typeof action,
  typeVersion: number,
): INodeProperties[] {
  const values = { returnAll: true, simplify: true, ...parameters }
  return description.properties.filter((property) =>
    NodeHelpers.displayParameter(values, property, { typeVersion }, description),
  )
}

/** The labels in the list of options that can be added. */
function optionsShown(
  parameters: INodeParameters,
  description = action,
  typeVersion = 2,
): string[] {
  const values = { simplify: true, options: {}, ...parameters }
  const collection = propertiesShown(values, description, typeVersion).find(
    ({ name }) => name === 'options',
  )
  const all = (collection?.options ?? []) as INodeProperties[]
  return all
    .filter((option) =>
      NodeHelpers.displayParameterPath(
        { parameters: values },
        option,
        'parameters.options',
        { typeVersion },
        description,
      ),
    )
    .map(({ displayName }) => displayName)
}

function subtitle($parameter: INodeParameters): unknown {
  const [, code] = /^=\{\{(.*)\}\}$/.exec(action.subtitle ?? '') ?? []
  return new Function('$parameter', `return ${code}`)($parameter)
}
