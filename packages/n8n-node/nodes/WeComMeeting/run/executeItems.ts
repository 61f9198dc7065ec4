import type { CallOptions } from '@wecom-meeting/client/host'
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeApiError,
  NodeOperationError,
} from 'n8n-workflow'
import { checkedParameters, shown } from '../../shared/parameters.ts'
import { toNodeError } from '../errors/toNodeError.ts'
import type { Operation, OperationCall } from '../operations/operation.ts'
import { clientWith } from '../transport/clientWith.ts'
import type { WeComMeetingApiCredential } from '../transport/credential.ts'
import { askOnce } from './askOnce.ts'
import { fewerAfterRefusal, type InFlight, inFlightAtFirst } from './inFlight.ts'
import { itemParameters } from './itemParameters.ts'
import { mapInOrder } from './mapInOrder.ts'

/** Runs the selected operation for every input item, a few at a time, and keeps their order. */
export async function executeItems(
  context: IExecuteFunctions,
  operations: Operation[],
): Promise<INodeExecutionData[]> {
  const inFlight = inFlightAtFirst()
  const run = await itemRunner(context, operations, inFlight)
  const items = [...context.getInputData().keys()]
  const results = await mapInOrder(items, inFlight, async (itemIndex) => {
    try {
      return await run(itemIndex)
    } catch (error) {
      const nodeError = toNodeError(context.getNode(), error, { itemIndex })
      if (!context.continueOnFail()) throw nodeError
      return [errorItem(nodeError, itemIndex)]
    }
  })
  return results.flat()
}

type ItemRunner = (itemIndex: number) => Promise<INodeExecutionData[]>

/**
 * Gets ready what all items share. n8n reads a credential from its database whenever it is asked, so
 * it is asked once.
 */
async function itemRunner(
  context: IExecuteFunctions,
  operations: Operation[],
  inFlight: InFlight,
): Promise<ItemRunner> {
  try {
    const operation = selectedOperation(context, operations)
    const credential = await context.getCredentials<WeComMeetingApiCredential>('weComMeetingApi')
    const sentTokens = new Set<string>()
    const shared = {
      ...surroundings(context),
      wecom: clientWith(credential, context.helpers.httpRequest, {
        hooks: fewerAfterRefusal(inFlight),
        sentTokens,
      }),
      sentTokens,
      once: askOnce(),
    }
    const names = operation.properties.map(({ name }) => name)
    const parameterOf = itemParameters(context, names)
    return async (itemIndex) => {
      const parameter = checkedParameters(operation.properties, parameterOf(itemIndex))
      const results = await operation.run({ ...shared, parameter })
      return results.map((json) => ({
        json: json as IDataObject,
        pairedItem: { item: itemIndex },
      }))
    }
  } catch (error) {
    const nodeError = toNodeError(context.getNode(), error)
    return async () => {
      throw nodeError
    }
  }
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

/** Resource and operation take no expressions: they are the same for every item. */
function selectedOperation(context: IExecuteFunctions, operations: Operation[]): Operation {
  const resource = context.getNodeParameter('resource', 0)
  const value = context.getNodeParameter('operation', 0)
  const operation = operations.find(
    (candidate) => candidate.resource.value === resource && candidate.value === value,
  )
  if (operation) return operation
  const message = `The resource ${shown(resource)} has no operation ${shown(value)}`
  const description = 'Choose the resource and the operation from their lists.'
  throw new NodeOperationError(context.getNode(), message, { description })
}

/**
 * n8n sends an item to the error output, where the user has chosen that, by these names alone. An item
 * with an `error` of its own beside `json` goes there too, but loses everything except the message.
 */
function errorItem(error: NodeApiError | NodeOperationError, item: number): INodeExecutionData {
  const details = {
    ...(error.description && { fix: error.description }),
    ...(error instanceof NodeApiError && error.httpCode && { errcode: Number(error.httpCode) }),
  }
  return { json: { error: error.message, details }, pairedItem: { item } }
}
