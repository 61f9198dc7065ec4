import type { IExecuteFunctions } from 'n8n-workflow'

/** Items whose parameters are read in one go. */
const READ_AHEAD = 100

/** What one item's parameters are: the value, or the failure of its expression. */
type Parameters = Map<string, { value: unknown } | { error: unknown }>

/**
 * The value of a parameter for an item, expressions resolved.
 *
 * @throws what its expression throws.
 */
export type ItemParameters = (itemIndex: number) => (name: string) => unknown

/**
 * Reads parameters of many items in one go, ahead of the first one's calls: one after the other,
 * with nothing in between, n8n resolves expressions in three quarters of the time.
 *
 * @param names Of the parameters; any other has no value.
 */
export function itemParameters(
  context: Pick<IExecuteFunctions, 'getNodeParameter' | 'getInputData'>,
  names: readonly string[],
): ItemParameters {
  const itemCount = context.getInputData().length
  const ahead = new Map<number, Parameters>()

  function read(itemIndex: number, name: string): { value: unknown } | { error: unknown } {
    try {
      // Without a fallback, n8n throws for a parameter that is hidden.
      return { value: context.getNodeParameter(name, itemIndex, null) }
    } catch (error) {
      return { error }
    }
  }

  function readAhead(first: number): void {
    const end = Math.min(first + READ_AHEAD, itemCount)
    for (let itemIndex = first; itemIndex < end; itemIndex++) {
      ahead.set(itemIndex, new Map(names.map((name) => [name, read(itemIndex, name)])))
    }
  }

  return (itemIndex) => {
    if (!ahead.has(itemIndex)) readAhead(itemIndex)
    const parameters = ahead.get(itemIndex)
    ahead.delete(itemIndex)
    return (name) => {
      const parameter = parameters?.get(name)
      if (parameter && 'error' in parameter) throw parameter.error
      return parameter?.value ?? null
    }
  }
}
