import { parseQuery } from '../http/MockRequest.ts'
import { isJsonObject } from '../json.ts'
import type { MockSpec } from '../spec/operations.ts'
import { compileValidators, findViolations, type Violation } from './compareSchema.ts'
import { type Evidence, findEvidence } from './contradictions.ts'
import type { Forwarded } from './forward.ts'
import { readJson } from './readJson.ts'
import type { Secrets } from './Secrets.ts'

/** A request and its response with what the spec says of them. */
export interface Exchange extends Forwarded {
  path: string
  /** Undefined for a path that the spec does not have. */
  operationId?: string | undefined
  errcode?: unknown
  /** The bodies, where they are JSON. */
  sent?: unknown
  received?: unknown
  violations: Violation[]
  evidence: Evidence[]
}

/** @param secrets learns every token and secret that passes. */
export function createComparison(
  { operations, errorTexts }: MockSpec,
  secrets: Secrets,
): (forwarded: Forwarded) => Exchange {
  const known = operations.map((operation) => ({ ...operation, ...compileValidators(operation) }))

  return (forwarded) => {
    const { method, request, response, target } = forwarded
    const [path = '', search = ''] = target.split(/\?(.*)/s)
    const parameters = parseQuery(search)
    const sent = readJson(request)
    const received = response ? readJson(response) : {}
    const { value } = received
    secrets.learn([request.headers, response?.headers, parameters, sent, received])

    const candidates = known.filter((candidate) => candidate.path === path)
    const operation = candidates.find((candidate) => candidate.method === method)
    const { operationId } = operation ?? candidates[0] ?? {}
    const errcode = isJsonObject(value) ? value.errcode : undefined
    const isRefusal = errcode !== undefined && errcode !== 0 && errcode !== '0'

    function* findAll(): Generator<Violation> {
      if (!operation) {
        const methods = candidates.map((candidate) => candidate.method).join(' or ')
        if (methods) yield wrong('request', 'wrong-method', methods, method)
        return
      }
      if (forwarded.isAborted) return
      const { resource, query, body, data, refusal } = operation
      const { body: described } = resource.request ?? {}
      yield* findViolations(query, parameters, 'request', ['query'])
      if (sent.problem) yield wrong('request', 'body', 'JSON', sent.problem)
      else if (sent.value === undefined && described?.required) {
        yield wrong('request', 'missing-field', 'a body, required', 'nothing')
      }
      if (sent.value !== undefined && described) yield* findViolations(body, sent.value, 'request')
      if (!response) return
      const { status, headers } = response
      const type = describeMediaType(headers['content-type'])
      if (status !== 200) {
        return yield wrong('response', 'http-status', '200', `${status}${type && `, ${type}`}`)
      }
      if (type !== 'application/json') {
        yield wrong('response', 'content-type', 'application/json', type || 'nothing')
      }
      const { problem = value === undefined && 'nothing' } = received
      if (problem) yield wrong('response', 'body', 'JSON', problem)
      if (value === undefined) return
      yield* findViolations(isRefusal ? refusal : data, value, 'response')
      if (!isRefusal || typeof errcode !== 'number' || errorTexts.has(errcode)) return
      const actual = Math.abs(errcode) < 10_000_000 ? String(errcode) : undefined
      const expected = "one of the spec's x-errcodes"
      const violation = wrong('response', 'undocumented-value', expected, actual)
      yield { ...violation, path: ['errcode'], value: errcode }
    }

    const violations = [...findAll()]
    const hasData = response?.status === 200 && isJsonObject(value) && !isRefusal
    const evidence = operation && hasData ? findEvidence(operation.operationId, value) : []
    return {
      ...forwarded,
      path,
      operationId,
      errcode,
      sent: sent.value,
      received: response?.status === 200 ? value : undefined,
      violations,
      evidence,
    }
  }
}

function wrong(side: Violation['side'], kind: string, expected: string, actual?: string) {
  return { side, kind, path: [], expected, actual }
}

/** Any text may stand in a Content-Type. */
function describeMediaType(contentType = ''): string {
  const [type = ''] = contentType.toLowerCase().split(/[;\s]/)
  const known = /^(?:application\/(?:json|xml|octet-stream)|text\/(?:html|plain|xml|json))?$/
  return known.test(type) ? type : 'another media type'
}
