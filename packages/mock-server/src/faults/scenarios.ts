import type { components } from '../generated/control.ts'
import type { OperationId } from '../spec/operations.ts'
import type { Fault } from './Fault.ts'
import definitions from './scenarios.json' with { type: 'json' }

/** The names of all scenarios. */
export type ScenarioName = components['schemas']['ScenarioName']

/** A named set of faults. */
export type Scenario = components['schemas']['Scenario']

/** A name for a set of faults that testers need again and again; described in both languages. */
export const scenarios: Readonly<
  Record<ScenarioName, { description: string; descriptionZh: string; faults: readonly object[] }>
> = definitions

export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios) as ScenarioName[]

/** @param operations What the names of sets of operations in the definitions stand for. */
export function createScenarioFaults(
  name: ScenarioName,
  {
    operations,
    enrollmentOffErrcode,
  }: { operations: Readonly<Record<string, readonly OperationId[]>>; enrollmentOffErrcode: number },
): Fault[] {
  return scenarios[name].faults.map((fault: Fault) => ({
    ...fault,
    ...(operations[String(fault.operation)] && { operation: operations[String(fault.operation)] }),
    ...(String(fault.errcode) === 'enrollmentOffErrcode' ? { errcode: enrollmentOffErrcode } : {}),
  }))
}
