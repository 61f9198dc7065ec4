import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow'
import { toNodeError } from './errors/toNodeError.ts'
import type { Operation } from './operations/operation.ts'
import { clientFor } from './transport/clientFor.ts'

/** Runs the selected operation for every input item, in order. */
export async function executeItems(
  context: IExecuteFunctions,
  operations: Operation[],
): Promise<INodeExecutionData[]> {
  const wecom = await clientFor(context)
  const output: INodeExecutionData[] = []
  for (const itemIndex of context.getInputData().keys()) {
    const pairedItem = { item: itemIndex }
    try {
      const results = await selectedOperation(context, operations, itemIndex).run({
        wecom,
        signal: context.getExecutionCancelSignal(),
        parameter: (name) =>
          context.getNodeParameter(name, itemIndex, undefined, { extractValue: false }),
      })
      output.push(...results.map((json) => ({ json, pairedItem })))
    } catch (error) {
      const nodeError = toNodeError(context.getNode(), error, itemIndex)
      if (!context.continueOnFail()) throw nodeError
      output.push({ json: { error: nodeError.message }, error: nodeError, pairedItem })
    }
  }
  return output
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
  throw new NodeOperationError(
    context.getNode(),
    `This version of the node has no operation "${value}" for the resource "${resource}"`,
    { itemIndex, description: 'Choose one from the lists.' },
  )
}
