import type { INodeProperties } from 'n8n-workflow'
import type { OperationCall } from './operation.ts'

/** The parameters with which n8n's nodes ask how much of a list is wanted. */
export const limitProperties: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
    displayOptions: { show: { returnAll: [false] } },
  },
]

/** How many are wanted; undefined where all are. */
export function limitFrom({ parameter }: Pick<OperationCall, 'parameter'>): number | undefined {
  return parameter('returnAll') ? undefined : (parameter('limit') as number)
}
