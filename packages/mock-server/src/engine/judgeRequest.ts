import { isLeft } from 'fp-ts/lib/Either.js'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import type { Call } from './Call.ts'
import { type Diagnostic, type IHttpOperation, validateInput } from './prism.ts'
import { tokenProblem } from './tokenProblem.ts'

/**
 * What is wrong with a request: WeCom's token check in the place of Prism's security check, which
 * takes any token, then Prism's own validator.
 */
export function judgeRequest(operation: Operation, call: Call, store: Store): Diagnostic[] {
  const problem = tokenProblem(operation.resource, call.url.query, store)
  const verdict = validateInput({ resource: withoutEmptyParts(operation), element: call })
  const problems = isLeft(verdict) ? verdict.left : []
  return problem ? [problem, ...problems] : problems
}

const judged = new WeakMap<IHttpOperation, IHttpOperation>()

/**
 * Prism compiles a path's template anew for every request, and reads headers and path against lists
 * that are empty: half of its time. What has no parameters there needs none of it.
 */
function withoutEmptyParts({ resource }: Operation): IHttpOperation {
  const known = judged.get(resource)
  if (known) return known
  const { path, headers, ...request } = resource.request ?? {}
  const slim = {
    ...resource,
    request: {
      ...request,
      ...(path?.length ? { path } : {}),
      ...(headers?.length ? { headers } : {}),
    },
  }
  judged.set(resource, slim)
  return slim
}
