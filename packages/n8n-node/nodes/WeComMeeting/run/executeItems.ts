import type { CallOptions } from '@wecom-meeting/client/core'
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeApiError,
  NodeOperationError,
} from 'n8n-workflow'
import { toNodeError } from '../errors/toNodeError.ts'
import type { Operation, OperationCall } from '../operations/operation.ts'
import { mapInOrder } from './mapInOrder.ts'
import { type ClientOfItem, runClients } from './runClients.ts'

/** WeCom limits how many calls of one corp may be under way at an endpoint (45033). */
const ITEMS_IN_FLIGHT = 5

/** Runs the selected operation for every input item, a few at a time, and keeps their order. */
export async function executeItems(
  context: IExecuteFunctions,
  operations: Operation[],
): Promise<INodeExecutionData[]> {
  const clientOfItem = runClients(context)
  const items = [...context.getInputData().keys()]
  const results = await mapInOrder(items, ITEMS_IN_FLIGHT, async (itemIndex) => {
    try {
      return await executeItem(context, operations, clientOfItem, itemIndex)
    } catch (error) {
      const nodeError = toNodeError(context.getNode(), error, { itemIndex })
      if (!context.continueOnFail()) throw nodeError
      return [errorItem(nodeError, itemIndex)]
    }
  })
  return results.flat()
}

async function executeItem(
  context: IExecuteFunctions,
  operations: Operation[],
  clientOfItem: ClientOfItem,
  itemIndex: number,
): Promise<INodeExecutionData[]> {
  const operation = selectedOperation(context, operations, itemIndex)
  const results = await operation.run({
    ...(await clientOfItem(itemIndex)),
    ...surroundings(context),
    // Without a fallback, n8n throws for a parameter that the operation does not have.
    parameter: (name) => context.getNodeParameter(name, itemIndex, null),
  })
  return results.map((result) => ({
    json: result as IDataObject,
    pairedItem: { item: itemIndex },
  }))
}

function surroundings(
  context: IExecuteFunctions,
): Pick<OperationCall, 'options' | 'timeZone' | 'notice'> {
  return {
    options: callOptions(context),
    timeZone: context.getTimezone(),
    notice: (message) => context.addExecutionHints({ message, location: 'outputPane' }),
  }
}

function callOptions(context: IExecuteFunctions): CallOptions {
  const signal = context.getExecutionCancelSignal()
  return signal ? { signal } : {}
}

function selectedOperation(
  context: IExecuteFunctions,
  operations: Operation[],
  itemIndex: number,
): Operation {
  const resource = context.getNodeParameter('resource', itemIndex)
  const value = context.getNodeParameter('operation', itemIndex)
  const operation = operations.find(
    (candidate) => candidate.resource.value === resource && candidate.value === value,
  )
  if (operation) return operation
  const message = `The resource "${resource}" has no operation "${value}"`
  const description = 'Choose the resource and the operation from their lists.'
  throw new NodeOperationError(context.getNode(), message, { itemIndex, description })
}

/** With `error` set, n8n sends the item to the error output, where the user has chosen that. */
function errorItem(error: NodeApiError | NodeOperationError, item: number): INodeExecutionData {
  return {
    json: {
      error: error.message,
      ...(error.description && { fix: error.description }),
      ...(error instanceof NodeApiError && error.httpCode && { errcode: Number(error.httpCode) }),
    },
    error,
    pairedItem: { item },
  }
}
