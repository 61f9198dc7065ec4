/** `fault has no field tims; did you mean times?`, or the names that there are where none is near. */
export function describeUnknownName(owner: string, name: string, names: readonly string[]): string {
  return `${owner} has no field ${name}; ${suggestName(name, names)}`
}

/** `did you mean times?`, or the names that there are where none is near. */
export function suggestName(name: string, names: readonly string[]): string {
  const near = nearestName(name, names)
  if (near !== undefined) return `did you mean ${near}?`
  return `it has ${names.length === 0 ? 'none' : names.join(', ')}`
}

/** The name that somebody meant who mistyped up to a third of it. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const limit = Math.ceil(name.length / 3)
  // A long name costs time, and is near to none.
  if (name.length > 40) return undefined
  const near = names
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ distance }) => distance <= limit)
  return near.sort((a, b) => a.distance - b.distance)[0]?.candidate
}

/** Insertions, deletions, replacements and exchanged neighbours, each 1 (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = Number(row[j - 1]) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const exchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const swapped = exchanged ? Number(before[j - 2]) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(Number(row[j]) + 1, Number(next[j - 1]) + 1, replaced, swapped))
    }
    before = row
    row = next
  }
  return Number(row.at(-1))
}
