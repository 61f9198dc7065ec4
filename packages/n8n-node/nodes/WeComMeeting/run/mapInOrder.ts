import type { InFlight } from './inFlight.ts'

/**
 * Maps with at most `inFlight.most` calls of `map` under way, and gives the results in the inputs'
 * order.
 *
 * New calls are started once half of those under way have ended: for many at once, this process and
 * the other side wake up once, which costs both less than waking for each.
 *
 * After a failure nothing new is started; what is under way ends first, then the failure of the
 * foremost input is thrown.
 */
export async function mapInOrder<In, Out>(
  inputs: readonly In[],
  inFlight: Readonly<InFlight>,
  map: (input: In) => Promise<Out>,
): Promise<Out[]> {
  const outputs: Out[] = []
  const failures: { index: number; error: unknown }[] = []
  const pending = inputs.entries()
  let underWay = 0

  async function work(index: number, input: In): Promise<void> {
    try {
      outputs[index] = await map(input)
    } catch (error) {
      failures.push({ index, error })
    }
  }

  await new Promise<void>((allEnded) => {
    function startMore(): void {
      while (underWay < inFlight.most && failures.length === 0) {
        const next = pending.next()
        if (next.done) break
        underWay += 1
        work(...next.value).then(oneEnded)
      }
      if (underWay === 0) allEnded()
    }
    function oneEnded(): void {
      underWay -= 1
      if (underWay <= inFlight.most / 2) startMore()
    }
    startMore()
  })
  const [foremost] = failures.sort((a, b) => a.index - b.index)
  if (foremost) throw foremost.error
  return outputs
}
