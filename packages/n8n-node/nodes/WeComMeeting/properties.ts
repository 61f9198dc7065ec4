import type { INodeProperties } from 'n8n-workflow'
import type { Operation } from './operations/operation.ts'

/** The node's parameters: Resource, an Operation list for each resource, each operation's own. */
export function propertiesOf(operations: Operation[]): INodeProperties[] {
  const resources = new Map(operations.map(({ resource }) => [resource.value, resource]))
  return [
    resourceProperty([...resources.values()]),
    ...[...resources.keys()].map((resource) =>
      operationProperty(
        resource,
        operations.filter((operation) => operation.resource.value === resource),
      ),
    ),
    ...operations.flatMap(shownForItself),
  ]
}

function resourceProperty(resources: Operation['resource'][]): INodeProperties {
  const first = resources[0]?.value ?? ''
  return {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: resources,
    default: first,
  }
}

function operationProperty(resource: string, operations: Operation[]): INodeProperties {
  const first = operations[0]?.value ?? ''
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [resource] } },
    options: operations.map(({ name, value, action, description }) => ({
      name,
      value,
      action,
      description,
    })),
    default: first,
  }
}

function shownForItself({ resource, value, properties }: Operation): INodeProperties[] {
  return properties.map((property) => ({
    ...property,
    displayOptions: {
      ...property.displayOptions,
      show: {
        ...property.displayOptions?.show,
        resource: [resource.value],
        operation: [value],
      },
    },
  }))
}
