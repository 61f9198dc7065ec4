import type { INodePropertyOptions } from 'n8n-workflow'
import { WeComMeeting } from '../../nodes/WeComMeeting/WeComMeeting.node.ts'

const { properties } = new WeComMeeting().description

function optionsOf(name: string): { options: INodePropertyOptions[]; resource: unknown }[] {
  return properties
    .filter((property) => property.name === name)
    .map(({ options, displayOptions }) => ({
      options: options as INodePropertyOptions[],
      resource: displayOptions?.show?.resource?.[0],
    }))
}

const resources = optionsOf('resource').flatMap(({ options }) => options)

/** The names of every operation and its resource, as the editor lists them. */
export const operations: { resource: string; name: string }[] = optionsOf('operation').flatMap(
  ({ options, resource }) =>
    options.map(({ name }) => ({
      resource: resources.find(({ value }) => value === resource)?.name ?? '',
      name,
    })),
)
