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

  function compareRequest(operation: Known, query: unknown, { value, problem }: Json): Violation[] {
    const { body } = operation.resource.request ?? {}
    const missing = value === undefined && !problem && body?.required
    return [
      ...findViolations(operation.query, query, 'request', ['query']),
      ...report(problem, 'request', 'body', 'JSON'),
      ...report(missing && 'nothing', 'request', 'missing-field', 'a body, required'),
      ...(body && value !== undefined ? findViolations(operation.body, value, 'request') : []),
    ]
  }

  function compareResponse(
    operation: Known,
    response: Message & { status: number },
    { value, problem }: Json,
  ): Violation[] {
    const { status, headers } = response
    const type = describeMediaType(headers['content-type'])
    if (status !== 200)
      return report(`${status}${type && `, ${type}`}`, 'response', 'http-status', '200')
    const wrongType = type === 'application/json' ? undefined : type || 'nothing'
    const validate = isRefusal(value) ? operation.refusal : operation.data
    return [
      ...report(wrongType, 'response', 'content-type', 'application/json'),
      ...report(value === undefined ? (problem ?? 'nothing') : problem, 'response', 'body', 'JSON'),
      ...(value === undefined ? [] : findViolations(validate, value, 'response')),
      ...compareErrcode(value),
    ]
  }

  function compareErrcode(body: unknown): Violation[] {
    const value = isRefusal(body) && body.errcode
    if (typeof value !== 'number' || errorTexts.has(value)) return []
    const found = report(
      String(value),
      'response',
      'undocumented-value',
      "one of the spec's x-errcodes",
    )
    return found.map((violation) => ({ ...violation, path: ['errcode'], value }))
  }

  return (forwarded) => {
    const { method, request, response, target } = forwarded
    const [path = '', search = ''] = target.split(/\?(.*)/s)
    const query = parseQuery(search)
    const sent = readJson(request)
    const received = response ? readJson(response) : {}
    for (const fields of [request.headers, query, sent.value, received.value]) secrets.learn(fields)

    const candidates = known.filter((candidate) => candidate.path === path)
    const operation = candidates.find((candidate) => candidate.method === method)
    const { operationId } = operation ?? candidates[0] ?? {}
    const errcode = isJsonObject(received.value) ? received.value.errcode : undefined
    const exchange = { ...forwarded, path, operationId, errcode, evidence: [] }
    if (!operation) {
      const methods = candidates.map((candidate) => candidate.method).join(' or ')
      return {
        ...exchange,
        violations: report(methods && method, 'request', 'wrong-method', methods),
      }
    }
    const violations = compareRequest(operation, query, sent)
    if (!response) return { ...exchange, violations }
    const hasData =
      response.status === 200 && received.value !== undefined && !isRefusal(received.value)
    return {
      ...exchange,
      violations: [...violations, ...compareResponse(operation, response, received)],
      evidence: hasData ? findEvidence(operation.operationId, received.value) : [],
    }
  }
}

/** WeCom's general rules: a call failed if and only if errcode is present and not 0. */
function isRefusal(body: unknown): body is JsonObject {
  return isJsonObject(body) && body.errcode !== undefined && body.errcode !== 0
}

function report(
  actual: string | false | undefined,
  side: Violation['side'],
  kind: string,
  expected: string,
): Violation[] {
  return actual ? [{ side, kind, path: [], expected, actual }] : []
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
