/**
 * Maps with at most `inFlight` calls of `map` under way, and gives the results in the inputs' order.
 *
 * After a failure nothing new is started; what is under way ends first, then the failure of the
 * foremost input is thrown.
 */
export async function mapInOrder<In, Out>(
  inputs: readonly In[],
  inFlight: number,
  map: (input: In) => Promise<Out>,
): Promise<Out[]> {
  const outputs: Out[] = []
  const failures: { index: number; error: unknown }[] = []
  const pending = inputs.entries()

  async function work(): Promise<void> {
    for (const [index, input] of pending) {
      if (failures.length > 0) return
      try {
        outputs[index] = await map(input)
      } catch (error) {
        failures.push({ index, error })
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(inFlight, inputs.length) }, work))
  const [foremost] = failures.sort((a, b) => a.index - b.index)
  if (foremost) throw foremost.error
  return outputs
}
