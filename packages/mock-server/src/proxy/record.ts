import packageJson from '../../package.json' with { type: 'json' }
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Findings } from './Findings.ts'
import { plainName } from './fieldPlace.ts'
import { shownValue } from './shownValue.ts'

export interface RecordContext {
  /** The OpenAPI document. */
  document: JsonObject
  upstream: URL
  /** Milliseconds since 1970. */
  from: number
  to: number
  /** Whether what came is shown, and not only its type and shape. */
  values: boolean
}

/**
 * The findings as JSON that can stand in a public issue: no token, no secret, and nothing that says
 * who anybody is, unless values were asked for.
 */
export function record(findings: Findings, context: RecordContext): JsonObject {
  return {
    about: context.values
      ? 'Where traffic departed from the spec, with values: look through them before you publish this.'
      : 'Where traffic departed from the spec. Types, shapes and codes, no other values.',
    tool: `${packageJson.name} ${packageJson.version}`,
    spec: specName(context.document),
    upstream: upstreamName(context),
    from: new Date(context.from).toISOString(),
    to: new Date(context.to).toISOString(),
    requests: Object.fromEntries(findings.requests),
    withoutAnswer: findings.failures,
    unknownPaths: Array.from(findings.unknownPaths, ([path, count]) => ({
      path: path.split('/').map(publicSegment).join('/'),
      count,
    })),
    departures: findings.departures().map((departure) => ({
      ...shown(departure, context.values),
      first: new Date(departure.first).toISOString(),
    })),
    contradictions: findings.evidence(),
  }
}

function shown<T extends { place: string; value?: unknown }>(
  { value, ...departure }: T,
  values: boolean,
): Omit<T, 'value'> & { value?: string } {
  const text = values ? shownValue(departure.place, value) : undefined
  return text === undefined ? departure : { ...departure, value: text }
}

function specName({ info }: JsonObject): string {
  return isJsonObject(info) ? `${info.title} ${info.version}` : 'unknown'
}

/** The address of a private deployment says whose it is. */
function upstreamName({ document, upstream }: RecordContext): string {
  const servers = Array.isArray(document.servers) ? document.servers : []
  const named = servers.some((server) => server.url === upstream.origin)
  return named ? upstream.origin : "another address than the spec's"
}

function publicSegment(segment: string): string {
  return segment.split(' ').every((word) => word === '' || plainName(word) === word)
    ? segment
    : plainName(segment)
}
