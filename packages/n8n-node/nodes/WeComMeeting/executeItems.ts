import type { CallOptions } from '@wecom-meeting/client/core'
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeApiError,
  NodeOperationError,
} from 'n8n-workflow'
import { toNodeError } from './errors/toNodeError.ts'
import type { Operation } from './operations/operation.ts'
import { clientFor } from './transport/clientFor.ts'

/** Runs the selected operation for every input item, in their order. */
export async function executeItems(
  context: IExecuteFunctions,
  operations: Operation[],
): Promise<INodeExecutionData[]> {
  const output: INodeExecutionData[] = []
  for (const itemIndex of context.getInputData().keys()) {
    try {
      output.push(...(await executeItem(context, operations, itemIndex)))
    } catch (error) {
      const nodeError = toNodeError(context.getNode(), error, itemIndex)
      if (!context.continueOnFail()) throw nodeError
      output.push(errorItem(nodeError, itemIndex))
    }
  }
  return output
}

async function executeItem(
  context: IExecuteFunctions,
  operations: Operation[],
  itemIndex: number,
): Promise<INodeExecutionData[]> {
  const operation = selectedOperation(context, operations, itemIndex)
  const results = await operation.run({
    wecom: await clientFor(context, itemIndex),
    options: callOptions(context),
    parameter: (name) => context.getNodeParameter(name, itemIndex),
  })
  return results.map((result) => ({
    json: result as IDataObject,
    pairedItem: { item: itemIndex },
  }))
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
