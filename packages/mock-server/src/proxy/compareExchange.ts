import { brotliDecompressSync, unzipSync, zstdDecompressSync } from 'node:zlib'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockSpec } from '../spec/loadSpec.ts'
import { compileValidators, findViolations, type Violation } from './compareSchema.ts'
import { type Evidence, findEvidence } from './contradictions.ts'
import { bodyLimit, type Forwarded, type Message } from './forward.ts'
import type { Secrets } from './Secrets.ts'

/** A request and its response with what the spec says of them. */
export interface Exchange extends Forwarded {
  path: string
  /** Undefined for a path that the spec does not have. */
  operationId?: string | undefined
  errcode?: unknown
  violations: Violation[]
  evidence: Evidence[]
}

/** @param secrets learns every token and secret that passes. */
export function createComparison(
  { operations, errorTexts }: MockSpec,
  secrets: Secrets,
): (forwarded: Forwarded) => Exchange {
  const known = operations.map((operation) => ({ ...operation, ...compileValidators(operation) }))
  type Known = (typeof known)[number]

  function* compareRequest(operation: Known, search: unknown, sent: Json): Generator<Violation> {
    const { resource, query, body } = operation
    yield* findViolations(query, search, 'request', ['query'])
    if (sent.problem) yield wrong('request', 'body', 'JSON', sent.problem)
    else if (sent.value === undefined && resource.request?.body?.required) {
      yield wrong('request', 'missing-field', 'a body, required', 'nothing')
    }
    if (sent.value !== undefined && resource.request?.body) {
      yield* findViolations(body, sent.value, 'request')
    }
  }

  function* compareResponse(
    { data, refusal }: Known,
    { status, headers }: NonNullable<Forwarded['response']>,
    { value, problem = value === undefined ? 'nothing' : undefined }: Json,
  ): Generator<Violation> {
    const type = describeMediaType(headers['content-type'])
    if (status !== 200) {
      return yield wrong('response', 'http-status', '200', `${status}${type && `, ${type}`}`)
    }
    if (type !== 'application/json') {
      yield wrong('response', 'content-type', 'application/json', type || 'nothing')
    }
    if (problem) yield wrong('response', 'body', 'JSON', problem)
    if (value !== undefined)
      yield* findViolations(isRefusal(value) ? refusal : data, value, 'response')
    const errcode = isRefusal(value) && value.errcode
    if (typeof errcode !== 'number' || errorTexts.has(errcode)) return
    const actual = Math.abs(errcode) < 10_000_000 ? String(errcode) : undefined
    const violation = wrong(
      'response',
      'undocumented-value',
      "one of the spec's x-errcodes",
      actual,
    )
    yield { ...violation, path: ['errcode'], value: errcode }
  }

  return (forwarded) => {
    const { method, request, response, target } = forwarded
    const [path = '', search = ''] = target.split(/\?(.*)/s)
    const query = parseQuery(search)
    const sent = readJson(request)
    const received = response ? readJson(response) : {}
    const { value } = received
    for (const fields of [request.headers, query, sent.value, value]) secrets.learn(fields)

    const candidates = known.filter((candidate) => candidate.path === path)
    const operation = candidates.find((candidate) => candidate.method === method)
    const { operationId } = operation ?? candidates[0] ?? {}
    const errcode = isJsonObject(value) ? value.errcode : undefined
    const violations: Violation[] = []
    const evidence: Evidence[] = []
    if (operation) {
      for (const one of compareRequest(operation, query, sent)) violations.push(one)
      if (response)
        for (const one of compareResponse(operation, response, received)) violations.push(one)
      const hasData = response?.status === 200 && isJsonObject(value) && !isRefusal(value)
      if (hasData) evidence.push(...findEvidence(operation.operationId, value))
    } else if (candidates.length > 0) {
      const methods = candidates.map((candidate) => candidate.method).join(' or ')
      violations.push(wrong('request', 'wrong-method', methods, method))
    }
    return { ...forwarded, path, operationId, errcode, violations, evidence }
  }
}

/** WeCom's general rules: a call failed if and only if errcode is present and not 0. */
function isRefusal(body: unknown): body is JsonObject {
  return isJsonObject(body) && body.errcode !== undefined && body.errcode !== 0
}

function wrong(
  side: Violation['side'],
  kind: string,
  expected: string,
  actual?: string,
): Violation {
  return { side, kind, path: [], expected, actual }
}

/** Any text may stand in a Content-Type. */
function describeMediaType(contentType = ''): string {
  const [type = ''] = contentType.toLowerCase().split(/[;\s]/)
  const known = /^(?:application\/(?:json|xml|octet-stream)|text\/(?:html|plain|xml|json))?$/
  return known.test(type) ? type : 'another media type'
}

/** Parameters by name; a list where a name stands several times. */
function parseQuery(search: string): Record<string, string | string[]> {
  const byName = Map.groupBy(new URLSearchParams(search), ([name]) => name)
  const lists = Array.from(
    byName,
    ([name, pairs]) => [name, pairs.map(([, value]) => value)] as const,
  )
  return Object.fromEntries(
    lists.map(([name, [first = '', ...rest]]) => [
      name,
      rest.length > 0 ? [first, ...rest] : first,
    ]),
  )
}

interface Json {
  /** Undefined when there is none. */
  value?: unknown
  problem?: string | undefined
}

/** Reads what can be read: raw control characters, as WeCom sends them, are a problem and no more. */
function readJson({ bytes, headers, problem }: Message): Json {
  if (problem) return { problem: `a body that ${problem}` }
  if (bytes.length === 0) return {}
  let text: string
  try {
    const decoded = decompress(bytes, headers['content-encoding'])
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decoded)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const isText = code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    return {
      problem: isText ? 'text that is not UTF-8' : `a body that cannot be decoded (${code})`,
    }
  }
  let found = text.startsWith('\uFEFF') ? 'a byte-order mark before the JSON' : undefined
  const json = found ? text.slice(1) : text
  const locate = (what: string, at: number) =>
    `${what} at byte ${Buffer.byteLength(json.slice(0, at))}`
  try {
    return { value: JSON.parse(json), problem: found }
  } catch (error) {
    let inString = false
    const repaired = json.replace(/\\.|["\p{Cc}]/gsu, (part, at: number) => {
      if (part === '"') inString = !inString
      if (!inString || part >= ' ') return part
      const code = part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      found ??= locate(`raw control character U+${code}`, at)
      return `\\u${code}`
    })
    try {
      return { value: JSON.parse(repaired), problem: found }
    } catch {
      // V8's message gives the place, and otherwise quotes the text.
      const { message } = error as Error
      const at = message.includes('end of JSON')
        ? json.length
        : /at position (\d+)/.exec(message)?.[1]
      return {
        problem: found ?? (at ? locate('broken JSON', Number(at)) : 'text that is not JSON'),
      }
    }
  }
}

function decompress(bytes: Buffer, encoding = ''): Buffer {
  const limit = { maxOutputLength: bodyLimit }
  if (/gzip|deflate/i.test(encoding)) return unzipSync(bytes, limit)
  if (/br/i.test(encoding)) return brotliDecompressSync(bytes, limit)
  return /zstd/i.test(encoding) ? zstdDecompressSync(bytes, limit) : bytes
}
