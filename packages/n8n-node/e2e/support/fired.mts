import { setTimeout as wait } from 'node:timers/promises'
import type { INodeExecutionData } from 'n8n-workflow'
import { expect } from 'vitest'
import { itemsOf, type N8nApi } from './N8nApi.mts'
import { TRIGGER } from './nodeWorkflow.mts'

/** What the `count`th execution of the workflow was started with; no more than that have started. */
export async function fired(
  api: N8nApi,
  workflowId: string,
  count: number,
): Promise<INodeExecutionData[]> {
  for (;;) {
    const executions = await api.executionsOf(workflowId)
    if (executions.length >= count) {
      expect(executions).toHaveLength(count)
      const result = await api.ended(executions[count - 1] ?? '')
      expect(result.status).toBe('success')
      return itemsOf(result, TRIGGER)
    }
    await wait(1000)
  }
}
