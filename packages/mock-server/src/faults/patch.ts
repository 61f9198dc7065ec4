import { valueAt } from '../json.ts'
import type { Patch } from './Fault.ts'

/** The response with the changes, as JSON; undefined when it does not have all of the paths. */
export function patchText(text: string, { set = {}, remove = [] }: Patch): string | undefined {
  const response: unknown = JSON.parse(text)
  for (const [path, value] of Object.entries(set)) {
    const [parent, key] = findParent(response, path)
    if (parent === undefined || (Array.isArray(parent) && !isPosition(key, parent.length + 1))) {
      return undefined
    }
    // A copy: a further path may lead into it.
    parent[key as never] = structuredClone(value) as never
  }
  // From the end of each list on, so that the positions before stay.
  for (const path of [...remove].sort(fromTheEnd)) {
    const [parent, key] = findParent(response, path)
    if (parent === undefined || !Object.hasOwn(parent, key)) return undefined
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key as never]
  }
  return JSON.stringify(response)
}

function findParent(response: unknown, path: string): [parent: object | undefined, key: string] {
  const steps = path.split('.')
  const key = steps.pop() ?? ''
  const parent = valueAt(response, steps)
  return [typeof parent === 'object' && parent !== null ? parent : undefined, key]
}

function isPosition(key: string, length: number): boolean {
  return /^\d+$/.test(key) && Number(key) < length
}

function fromTheEnd(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true })
}
