import { brotliDecompressSync, unzipSync, zstdDecompressSync } from 'node:zlib'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockSpec } from '../spec/loadSpec.ts'
import { createComparisons, type Violation } from './compareSchema.ts'
import { type Evidence, findEvidence } from './contradictions.ts'
import { bodyLimit, type Forwarded, type Message } from './forward.ts'
import type { Secrets } from './Secrets.ts'

export type SidedViolation = Violation & { side: 'request' | 'response' }

/** What the spec says of a request and its response. */
export interface Comparison {
  method: string
  path: string
  /** Undefined for a path that the spec does not have. */
  operationId?: string | undefined
  errcode?: number
  violations: SidedViolation[]
  evidence: Evidence[]
}

/** @param secrets learns every token and secret that passes. */
export function createExchangeComparison({ operations, errorTexts }: MockSpec, secrets: Secrets) {
  const known = operations.map((operation) => ({ ...operation, ...createComparisons(operation) }))

  return function compareExchange(
    method: string,
    target: string,
    { request, response }: Forwarded,
  ): Comparison {
    const [path = '', queryText = ''] = target.split(/\?(.*)/s)
    const candidates = known.filter((candidate) => candidate.path === path)
    const operation = candidates.find((candidate) => candidate.method === method)
    const { operationId } = operation ?? candidates[0] ?? {}
    const comparison: Comparison = { method, path, operationId, violations: [], evidence: [] }
    const report = (side: SidedViolation['side'], violations: Violation[]) => {
      for (const violation of violations) comparison.violations.push({ side, ...violation })
    }
    const query = parseQuery(queryText)
    const sent = readJson(request)
    const { value: body, problem } = response ? readJson(response) : {}
    for (const fields of [request.headers, query, sent.value, body]) secrets.learn(fields)

    const errcode = isJsonObject(body) ? body.errcode : undefined
    if (typeof errcode === 'number') comparison.errcode = errcode
    if (!operation) {
      const methods = candidates.map((candidate) => candidate.method).join(' or ')
      if (methods) report('request', wrong('wrong-method', methods, method))
      return comparison
    }
    report('request', operation.query(query))
    if (sent.problem) report('request', wrong('body', 'JSON', sent.problem))
    if (!sent.problem || sent.value !== undefined) report('request', operation.request(sent.value))
    if (!response) return comparison

    const type = describeMediaType(response.headers['content-type'])
    if (response.status !== 200) {
      report('response', wrong('http-status', '200', `${response.status}${type && `, ${type}`}`))
      return comparison
    }
    if (type !== 'application/json')
      report('response', wrong('content-type', 'application/json', type || 'nothing'))
    if (problem || body === undefined)
      report('response', wrong('body', 'JSON', problem ?? 'nothing'))
    if (body === undefined) return comparison
    // WeCom's general rules: a call failed if and only if errcode is present and not 0.
    const isRefusal = errcode !== undefined && errcode !== 0
    report('response', isRefusal ? operation.refusal(body) : operation.data(body))
    if (!isRefusal) comparison.evidence = findEvidence(operation.operationId, body)
    else if (typeof errcode === 'number' && !errorTexts.has(errcode)) {
      const actual = Math.abs(errcode) < 10_000_000 ? String(errcode) : undefined
      const expected = "one of the spec's x-errcodes"
      report('response', [
        { kind: 'undocumented-value', path: ['errcode'], expected, value: errcode, actual },
      ])
    }
    return comparison
  }
}

function wrong(kind: string, expected: string, actual: string): Violation[] {
  return [{ kind, path: [], expected, actual }]
}

/** Any text may stand in a Content-Type. */
function describeMediaType(contentType = ''): string {
  const [type = ''] = contentType.toLowerCase().split(/[;\s]/)
  return /^(?:application\/(?:json|xml|octet-stream)|text\/(?:html|plain|xml|json))?$/.test(type)
    ? type
    : 'another media type'
}

/** Parameters by name; a list where a name stands several times. */
function parseQuery(text: string): JsonObject {
  const byName = Map.groupBy(new URLSearchParams(text), ([name]) => name)
  const entries = Array.from(byName, ([name, pairs]) => [
    name,
    pairs.length > 1 ? pairs.map(([, value]) => value) : pairs[0]?.[1],
  ])
  return Object.fromEntries(entries)
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
    const { code = '' } = error as NodeJS.ErrnoException
    const isText = code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    return {
      problem: isText ? 'text that is not UTF-8' : `a body that cannot be decompressed (${code})`,
    }
  }
  let found = text.startsWith('\uFEFF') ? 'a byte-order mark before the JSON' : undefined
  const json = found ? text.slice(1) : text
  const describeAt = (what: string, at: number) =>
    `${what} at byte ${Buffer.byteLength(json.slice(0, at))}`
  try {
    return { value: JSON.parse(json), problem: found }
  } catch (error) {
    let inString = false
    const repaired = json.replace(/\\.|["\p{Cc}]/gsu, (part, at: number) => {
      if (part === '"') inString = !inString
      if (!inString || part >= ' ') return part
      const code = part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      found ??= describeAt(`raw control character U+${code}`, at)
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
      return { problem: at ? describeAt('broken JSON', Number(at)) : 'text that is not JSON' }
    }
  }
}

function decompress(bytes: Buffer, encoding = ''): Buffer {
  const limit = { maxOutputLength: bodyLimit }
  if (/^\s*(?:x-)?(?:gzip|deflate)\s*$/i.test(encoding)) return unzipSync(bytes, limit)
  if (/^\s*br\s*$/i.test(encoding)) return brotliDecompressSync(bytes, limit)
  return /^\s*zstd\s*$/i.test(encoding) ? zstdDecompressSync(bytes, limit) : bytes
}
