/** A request target's path and query; never throws, whatever was sent. */
export function requestTarget(target = '/'): {
  path: string
  query: Record<string, string | string[]>
} {
  // A proxy's clients send the whole URL as the target.
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '')
  const [path = '', ...rest] = local.split('?')
  return { path: path || '/', query: queryOf(rest.join('?')) }
}

function queryOf(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name]
    if (before === undefined) query[name] = value
    else if (Array.isArray(before)) before.push(value)
    else query[name] = [before, value]
  }
  return query
}
