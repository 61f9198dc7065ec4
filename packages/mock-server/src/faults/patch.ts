import { valueAt } from '../json.ts'
import type { Patch } from './Fault.ts'

/** In a list. */
const position = /^(?:0|[1-9]\d*)$/

/** The response with the changes, as JSON; or the first of their paths that it does not have. */
export function patchText(
  text: string,
  { set = {}, remove = [] }: Patch,
): { text?: string; missing?: string } {
  const response: unknown = JSON.parse(text)
  for (const [path, value] of Object.entries(set)) {
    const [parent, key] = findParent(response, path)
    const isThere = !Array.isArray(parent) || (position.test(key) && Number(key) <= parent.length)
    if (!parent || !isThere) return { missing: path }
    // A copy: a further path may lead into it.
    parent[key as never] = structuredClone(value) as never
  }
  // From the end of each list on, so that the positions before stay.
  for (const path of remove.toSorted(fromTheEnd)) {
    const [parent, key] = findParent(response, path)
    if (!parent || !Object.keys(parent).includes(key)) return { missing: path }
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key as never]
  }
  return { text: JSON.stringify(response) }
}

function findParent(response: unknown, path: string): [parent: object | undefined, key: string] {
  const steps = path.split('.')
  const key = steps.pop() ?? ''
  const parent = valueAt(response, steps)
  return [typeof parent === 'object' && parent !== null ? parent : undefined, key]
}

function fromTheEnd(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true })
}
