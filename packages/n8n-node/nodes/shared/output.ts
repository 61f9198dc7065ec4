import type { INodeProperties } from 'n8n-workflow'
import { copyOf, isoTimesIn } from './fields.ts'
import type { Parameter } from './parameters.ts'

/** How the user wants the output. */
export interface OutputFormat {
  simplify: boolean
  /** The response as WeCom sent it, no contradiction resolved. */
  raw: boolean
  /** Copies a value, with the times in WeCom's fields as the user wants them. */
  times: <Value>(value: Value) => Value
  /** The answers to an enrollment form. */
  answers: 'columns' | 'list'
  /** Several answers to one question, in their column. */
  severalAnswers: 'joined' | 'list'
}

/** What the parameters say about the output. */
export function outputFormatFrom(parameter: Parameter, timeZone: string): OutputFormat {
  type Options = Partial<OutputFormat> & { isoTimes?: boolean; rawOutput?: boolean }
  const options = (parameter('options') ?? {}) as Options
  const { isoTimes, rawOutput = false, answers = 'columns', severalAnswers = 'joined' } = options
  const simplify = parameter('simplify') === true
  const times: OutputFormat['times'] = isoTimes ? isoTimesIn(timeZone) : (value) => copyOf(value)
  return { simplify, raw: !simplify && rawOutput, times, answers, severalAnswers }
}

const simplifyProperty: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
}

/** The parameters that most operations have: Simplify, and a collection of options. */
export function outputProperties(...options: INodeProperties[]): INodeProperties[] {
  return [simplifyProperty, optionsProperty(isoTimesOption, ...options)]
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

export const isoTimesOption: INodeProperties = {
  displayName: 'Times as ISO 8601',
  name: 'isoTimes',
  type: 'boolean',
  default: false,
  description:
    'Whether to write times as ISO 8601 in the time zone of the workflow instead of as WeCom sends them',
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
    description: 'How to return the answers to the questions of the enrollment form',
    options: [
      {
        name: 'A Column per Question',
        value: 'columns',
        description: 'The title of the question is the name of the column',
      },
      {
        name: 'A List',
        value: 'list',
        description: 'The field <code>answer_list</code>, as WeCom sends it',
      },
    ],
  },
  {
    displayName: 'Several Answers',
    name: 'severalAnswers',
    type: 'options',
    default: 'joined',
    description: 'How to write several answers to one question in its column',
    options: [
      { name: 'A List', value: 'list' },
      { name: 'Joined by Commas', value: 'joined' },
    ],
  },
]
