/**
 * Enrollment IDs by status, small enough to be stored with every poll: for each status the numeric
 * IDs in ascending order, written as the distances between them in base 36, a run of equal ones as
 * `distance*count`. 10,000 enrollments take some ten thousand characters, in a row a dozen.
 */
export interface PackedStatuses {
  [status: string]: { numbers: string; texts?: string[] }
}

/** @param statuses Enrollment ID → status. */
export function packed(statuses: ReadonlyMap<string, number>): PackedStatuses {
  const byStatus = Map.groupBy(statuses.keys(), (id) => String(statuses.get(id)))
  return Object.fromEntries(
    Array.from(byStatus, ([status, ids]) => {
      const texts = ids.filter((id) => !isNumber(id))
      const numbers = distances(ids.filter(isNumber))
      return [status, { numbers, ...(texts.length > 0 && { texts }) }]
    }),
  )
}

export function unpacked(statuses: PackedStatuses): Map<string, number> {
  const entries = Object.entries(statuses).flatMap(([status, { numbers, texts = [] }]) =>
    [...idsAt(numbers), ...texts].map((id): [string, number] => [id, Number(status)]),
  )
  return new Map(entries)
}

/** Written as JavaScript writes a number; anything else, such as 007, has to stay text. */
function isNumber(id: string): boolean {
  return /^(0|[1-9]\d*)$/.test(id)
}

function distances(ids: readonly string[]): string {
  const ascending = ids.map(BigInt).sort((a, b) => (a < b ? -1 : 1))
  const runs: { distance: string; count: number }[] = []
  let last = 0n
  for (const id of ascending) {
    const distance = (id - last).toString(36)
    const run = runs.at(-1)
    if (run?.distance === distance) run.count += 1
    else runs.push({ distance, count: 1 })
    last = id
  }
  return runs.map(({ distance, count }) => (count > 1 ? `${distance}*${count}` : distance)).join()
}

function idsAt(packedDistances: string): string[] {
  if (packedDistances === '') return []
  let last = 0n
  return packedDistances.split(',').flatMap((run) => {
    const [distance = '', count = '1'] = run.split('*')
    return Array.from({ length: Number(count) }, () => {
      last += fromBase36(distance)
      return String(last)
    })
  })
}

function fromBase36(digits: string): bigint {
  return Array.from(digits).reduce(
    (sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)),
    0n,
  )
}
