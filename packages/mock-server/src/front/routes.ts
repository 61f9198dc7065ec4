import type { Operation } from '../spec/operations.ts'

/** Where a request leads: to an operation, to a path that wants another method, or nowhere. */
type Route = { operation: Operation } | { wantedMethod: string } | undefined

export interface Routes {
  find(method: string, path: string): Route
  /** `POST /cgi-bin/meeting/get_info` and so on. */
  known: string[]
}

export function createRoutes(operations: readonly Operation[]): Routes {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  return {
    known: operations.map(({ method, path }) => `${method} ${path}`),
    find(method, path) {
      const candidates = byPath.get(path)
      if (!candidates) return undefined
      const operation = candidates.find((candidate) => candidate.method === method)
      if (operation) return { operation }
      return { wantedMethod: candidates.map((candidate) => candidate.method).join(' or ') }
    },
  }
}
