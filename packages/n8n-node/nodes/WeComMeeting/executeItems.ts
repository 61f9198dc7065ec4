import type { CallOptions } from '@wecom-meeting/client/host'
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  type NodeApiError,
  NodeOperationError,
} from 'n8n-workflow'
import { type Credential, clientFor, MAX_IN_FLIGHT } from '../shared/client.ts'
import { errorDetails, toNodeError } from '../shared/errors.ts'
import { enteredIn } from '../shared/locators.ts'
import { outputFormatFrom } from '../shared/output.ts'
import { checkedParameters, type Parameter, shown } from '../shared/parameters.ts'
import { versionOf } from '../shared/versions.ts'
import type { NodeOperation, OperationCall } from './operation.ts'

/**
 * Runs the selected operation for every input item, several calls at a time, and keeps their order. After a
 * failure no further call is made; those in flight end first.
 */
export async function executeItems(
  context: IExecuteFunctions,
  operations: readonly NodeOperation[],
): Promise<INodeExecutionData[]> {
  const node = context.getNode()
  const items = [...context.getInputData().keys()]
  const run = await prepareRun(context, operations).catch((error: unknown) =>
    toNodeError(node, error),
  )
  const outputs: INodeExecutionData[][] = []
  const failures: Error[] = []
  const runGroup = async (group: number[]) => {
    if (failures.length > 0) return
    try {
      if (run instanceof Error) throw run
      for (const [index, results] of (await run.operation.run(group.map(run.callFor))).entries()) {
        const item = group[index] as number
        outputs[item] = results.map((json) => ({ json: json as IDataObject, pairedItem: { item } }))
      }
    } catch (error) {
      for (const itemIndex of group) {
        const entered = run instanceof Error ? undefined : run.enteredFor(itemIndex)
        const nodeError = toNodeError(node, error, { itemIndex, entered })
        if (context.continueOnFail())
          outputs[itemIndex] = [errorItem(context, nodeError, itemIndex)]
        else failures[itemIndex] = nodeError
      }
    }
  }
  const groups = run instanceof Error ? [items] : groupsOf(items, run)
  await sendInFlight(groups, runGroup)
  const failure = failures.find((one) => one !== undefined)
  if (failure) throw failure
  return outputs.flat()
}

/**
 * Sends for each group, in their order. Once as many calls are in flight as may be, a third of them must end
 * before others are sent: sent one right after the other, calls take n8n a quarter less time than one by one.
 *
 * @param send Never rejects.
 */
async function sendInFlight(
  groups: number[][],
  send: (group: number[]) => Promise<void>,
): Promise<void> {
  let inFlight = 0
  let goOn = () => {}
  const calls: Promise<void>[] = []
  for (const group of groups) {
    if (inFlight === MAX_IN_FLIGHT) {
      await new Promise<void>((resolve) => {
        goOn = resolve
      })
    }
    inFlight += 1
    const call = send(group).finally(() => {
      inFlight -= 1
      if (inFlight === (2 / 3) * MAX_IN_FLIGHT) goOn()
    })
    calls.push(call)
  }
  await Promise.all(calls)
}

/**
 * Sets up what all items share. n8n reads a credential from its database whenever it is asked, so it is
 * asked once.
 */
async function prepareRun(context: IExecuteFunctions, operations: readonly NodeOperation[]) {
  const operation = selectedOperation(context, operations)
  const credential = await context.getCredentials<Credential>('weComMeetingApi')
  const node = context.getNode()
  const signal = context.getExecutionCancelSignal()
  const timeZone = context.getTimezone()
  const notices = new Set<string>()
  const shared = {
    timeZone,
    now: new Date(),
    wecom: clientFor(credential, context.helpers.httpRequest),
    once: onceForEach(),
    version: versionOf(node),
    notice: (message: string) => {
      if (!notices.has(message)) context.addExecutionHints({ message, location: 'outputPane' })
      notices.add(message)
    },
  }
  const parameterOf = parametersOf(context, operation)
  const callFor = (itemIndex: number): OperationCall => {
    const parameter = parameterOf(itemIndex)
    const { waitOnRateLimit = false } = (parameter('options') ?? {}) as CallOptions
    const options = { waitOnRateLimit, ...(signal && { signal }) }
    return { ...shared, options, parameter, format: outputFormatFrom(parameter, node, timeZone) }
  }
  const enteredFor = (itemIndex: number) => enteredIn(operation.properties, parameterOf(itemIndex))
  return { operation, callFor, enteredFor }
}

/** The items that share a call; one whose parameters are invalid fails alone. */
function groupsOf(
  items: number[],
  { operation: { keyOf }, callFor }: Awaited<ReturnType<typeof prepareRun>>,
): number[][] {
  const byKey = Map.groupBy(items, (itemIndex) => {
    if (!keyOf) return itemIndex
    try {
      const call = callFor(itemIndex)
      return JSON.stringify([keyOf(call), call.options.waitOnRateLimit])
    } catch {
      return itemIndex
    }
  })
  return [...byKey.values()]
}

/**
 * The parameters of each item. Expressions are resolved for all items at once, because n8n takes less
 * time for them with nothing in between; what holds none is read once.
 */
function parametersOf(
  context: IExecuteFunctions,
  { properties }: NodeOperation,
): (itemIndex: number) => Parameter {
  const defaults = new Map(properties.map((property) => [property.name, property.default]))
  const read = (name: string, itemIndex: number): { value?: unknown; error?: unknown } => {
    try {
      // A hidden parameter has its default: without one, n8n throws.
      return { value: context.getNodeParameter(name, itemIndex, defaults.get(name)) }
    } catch (error) {
      return { error }
    }
  }
  const readAll = (names: string[], itemIndex: number) =>
    new Map(names.map((name) => [name, read(name, itemIndex)]))
  const holdsExpression = (name: string) => {
    const stored = context.getNodeParameter(name, 0, null, { rawExpressions: true })
    return JSON.stringify([stored]).includes('"=')
  }
  const names = Map.groupBy(defaults.keys(), holdsExpression)
  const fixed = readAll(names.get(false) ?? [], 0)
  const items = [...context.getInputData().keys()]
  const resolved = items.map((itemIndex) => readAll(names.get(true) ?? [], itemIndex))
  return (itemIndex) =>
    checkedParameters(properties, (name) => {
      const { value = null, error } = resolved[itemIndex]?.get(name) ?? fixed.get(name) ?? {}
      if (error !== undefined) throw error
      return value
    })
}

/** Resource and operation take no expressions: they are the same for every item. */
function selectedOperation(
  context: IExecuteFunctions,
  operations: readonly NodeOperation[],
): NodeOperation {
  const [resource, value] = ['resource', 'operation'].map((name) =>
    context.getNodeParameter(name, 0),
  )
  const operation = operations.find(
    (one) => one.resource.value === resource && one.option.value === value,
  )
  if (operation) return operation
  throw new NodeOperationError(
    context.getNode(),
    `The resource ${shown(resource)} has no operation ${shown(value)}`,
    { description: 'Choose the resource and the operation from their lists.' },
  )
}

/** Remembers results, also pending ones and failures. */
function onceForEach(): OperationCall['once'] {
  const results = new Map<string, Promise<unknown>>()
  return <Result>(kind: string, request: unknown, send: () => Promise<Result>) => {
    const key = JSON.stringify([kind, request])
    const result = (results.get(key) as Promise<Result> | undefined) ?? send()
    results.set(key, result)
    return result
  }
}

/**
 * n8n sends an item to the error output, where the user has chosen that, by the names of its fields alone,
 * and adds the fields of the input itself; in the regular output nobody else does.
 */
function errorItem(
  context: IExecuteFunctions,
  error: NodeApiError | NodeOperationError,
  item: number,
): INodeExecutionData {
  const node = context.getNode()
  const isRegular = node.onError !== 'continueErrorOutput'
  const hasInput = isRegular && !versionOf(node).isFirst
  const input = hasInput ? context.getInputData()[item]?.json : {}
  return {
    json: { ...input, error: error.message, details: errorDetails(error) },
    pairedItem: { item },
  }
}
