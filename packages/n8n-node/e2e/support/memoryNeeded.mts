import { setTimeout as wait } from 'node:timers/promises'
import type { MeasuredN8n } from './MeasuredN8n.mts'
import type { ExecutionResult, WorkflowFile } from './N8nApi.mts'

/** Often enough to meet each stage of an execution. */
const EVERY_MS = 200
/** Collecting garbage stops n8n: after it, n8n works on for this many times as long. */
const WORK_PER_LOOK = 3

/** Memory that an execution needed beyond what n8n held before it, in megabytes. */
export interface MemoryNeeded {
  /** The most that was in use at a time while it ran. */
  peak: number
  /** What was still in use after it. */
  left: number
  result: ExecutionResult
}

/**
 * Executes a workflow and sees how much memory is really in use, collecting the garbage each time:
 * how much of it lies around otherwise is V8's choice, and depends on the machine.
 */
export async function memoryNeeded(
  n8n: MeasuredN8n,
  workflow: WorkflowFile,
): Promise<MemoryNeeded> {
  const { id } = await n8n.api.createWorkflow(workflow)
  const before = await n8n.inspector.liveMegabytes()
  const used: number[] = []
  let result: ExecutionResult | undefined
  const running = n8n.run(id).then((ended) => {
    result = ended
  })
  while (!result) {
    const looked = performance.now()
    used.push(await n8n.inspector.liveMegabytes())
    const looking = performance.now() - looked
    await Promise.race([running, wait(Math.max(EVERY_MS, looking * WORK_PER_LOOK))])
  }
  const after = await n8n.inspector.liveMegabytes()
  return { peak: Math.max(...used, after) - before, left: after - before, result }
}
