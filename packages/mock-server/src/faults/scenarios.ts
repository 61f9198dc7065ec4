import type { components } from '../generated/control.ts'
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

/** @param values What stands in the place of names in the definitions: sets of operations, an errcode. */
export function createScenarioFaults(
  name: ScenarioName,
  values: Readonly<Record<string, unknown>>,
): Fault[] {
  return JSON.parse(JSON.stringify(scenarios[name].faults), (_key, value) => values[value] ?? value)
}
