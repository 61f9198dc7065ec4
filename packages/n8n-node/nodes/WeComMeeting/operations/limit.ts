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

/**
 * How many are wanted; infinitely many where all are.
 *
 * @throws if that is no whole number from 1 up. The editor only checks what is not an expression.
 */
export function limitFrom({ parameter }: Pick<OperationCall, 'parameter'>): number {
  if (parameter('returnAll')) return Number.POSITIVE_INFINITY
  const entered = parameter('limit')
  const limit = Number(entered)
  if (Number.isInteger(limit) && limit >= 1) return limit
  throw new Error(`Limit is ${JSON.stringify(entered)}; expected a whole number from 1 up.`)
}
