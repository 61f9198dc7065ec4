import type { INodeProperties } from 'n8n-workflow'

type OptionProperty = INodeProperties

/** The switch between a few clean fields and all of them. */
export const simplifyProperty: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
}

export const isoTimesOption: OptionProperty = {
  displayName: 'Times as ISO 8601',
  name: 'isoTimes',
  type: 'boolean',
  default: false,
  description:
    'Whether to write times as ISO 8601 in the time zone of the workflow instead of as WeCom sends them',
}

export const rawOption: OptionProperty = {
  displayName: 'Raw Output',
  name: 'rawOutput',
  type: 'boolean',
  default: false,
  displayOptions: { show: { '/simplify': [false] } },
  description:
    'Whether to hand out exactly what WeCom sent, although its fields may be named and typed now one way and now another',
}

/** The Options collection of an operation. */
export function optionsProperty(options: OptionProperty[]): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: options.toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
  }
}
