import type { INode, INodeProperties } from 'n8n-workflow'
import { copyOf, isoTimesIn } from './fields.ts'
import type { Parameter } from './parameters.ts'

/** How the user wants the output. */
export interface OutputFormat {
  simplify: boolean
  /** The response as WeCom sent it, no contradiction resolved. */
  raw: boolean
  /**
   * Copies a value, with the times in WeCom's fields as the user wants them and, where a schema is given, the
   * name of each code.
   */
  times: <Value>(value: Value, schema?: string) => Value
  /** The answers to an enrollment form. */
  answers: 'columns' | 'numbered' | 'list' | 'none'
  /** Several answers to one question, in their column. */
  severalAnswers: 'joined' | 'list'
}

/** What the parameters of a node say about the output. */
export function outputFormatFrom(
  parameter: Parameter,
  node: INode,
  timeZone: string,
): OutputFormat {
  type Options = Partial<OutputFormat> & { isoTimes?: boolean; rawOutput?: boolean }
  const simplify = parameter('simplify') !== false
  const options = (parameter('options') ?? {}) as Options
  // n8n gives the node another type where a model runs it.
  const isTool = node.type.endsWith('Tool')
  // Later versions give a model people's answers only if asked, and always simplify times.
  const isFirst = node.typeVersion === 1
  const {
    isoTimes = false,
    rawOutput = false,
    answers = isTool && !isFirst ? 'none' : 'columns',
    severalAnswers = 'joined',
  } = options
  const isIso = isoTimes || (simplify && !isFirst)
  const times: OutputFormat['times'] = isIso ? isoTimesIn(timeZone) : copyOf
  return { simplify, raw: !simplify && rawOutput, times, answers, severalAnswers }
}

export const simplifyProperty: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
}

/** The parameters that most operations have: Simplify, and a collection of options. */
export function outputProperties(...options: INodeProperties[]): INodeProperties[] {
  return [simplifyProperty, optionsProperty(...isoTimesOptions, ...options)]
}

/** The Options collection of an operation. */
export function optionsProperty(...options: INodeProperties[]): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: options.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
  }
}

/** For an option without effect on what WeCom sent. */
const notWithRaw = { hide: { rawOutput: [true] } }

const isoTimesOption: INodeProperties = {
  displayName: 'Times as ISO 8601',
  name: 'isoTimes',
  type: 'boolean',
  default: false,
  description:
    'Whether to write times as ISO 8601 in the time zone of the workflow instead of as WeCom sends them',
}

/** Times are ISO 8601 in version 2 where Simplify is on: there it has no effect. */
export const isoTimesOptions: INodeProperties[] = [
  { ...isoTimesOption, displayOptions: { show: { '@version': [1] }, ...notWithRaw } },
  {
    ...isoTimesOption,
    displayOptions: {
      show: { '/simplify': [false] },
      hide: { '@version': [1], ...notWithRaw.hide },
    },
  },
]

export const waitOption: INodeProperties = {
  displayName: 'Wait on Rate Limit',
  name: 'waitOnRateLimit',
  type: 'boolean',
  default: false,
  description:
    'Whether to wait a minute and go on where WeCom takes no more calls for now (45009), instead of failing',
}

export const rawOption: INodeProperties = {
  displayName: 'Raw Output',
  name: 'rawOutput',
  type: 'boolean',
  default: false,
  displayOptions: { show: { '/simplify': [false] } },
  description:
    'Whether to return exactly what WeCom sent, although its fields may have different names and types from one response to the next',
}

/** How the answers of an enrollment look. */
export const answerOptions: INodeProperties[] = [
  {
    displayName: 'Answers',
    name: 'answers',
    type: 'options',
    default: 'columns',
    displayOptions: notWithRaw,
    description: 'How to return the answers to the questions of the enrollment form',
    options: [
      {
        name: 'A Column per Question',
        value: 'columns',
        description: 'Named by its title; questions with the same title share a column',
      },
      {
        name: 'A Column per Question, Numbered',
        value: 'numbered',
        displayOptions: { hide: { '@version': [1] } },
        description: 'Named by its title and number, such as <code>Remarks (4)</code>',
      },
      {
        name: 'A List',
        value: 'list',
        description: 'The field <code>answer_list</code>, as WeCom sends it',
      },
      {
        name: 'None',
        value: 'none',
        description:
          'Without phone, email, name and company too; what a model gets unless told otherwise',
      },
    ],
  },
  {
    displayName: 'Several Answers',
    name: 'severalAnswers',
    type: 'options',
    default: 'joined',
    displayOptions: { hide: { ...notWithRaw.hide, answers: ['list', 'none'] } },
    description: 'How to write several answers to one question in its column',
    options: [
      { name: 'A List', value: 'list' },
      {
        name: 'Joined by Semicolons',
        value: 'joined',
        description: 'An answer with a semicolon in it is put in quotation marks',
      },
    ],
  },
]
