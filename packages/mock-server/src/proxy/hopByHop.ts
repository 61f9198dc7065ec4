/**
 * Headers that concern one connection and end with it: RFC 9110, section 7.6.1, and `Expect`, which
 * this server has met already by the time a request is forwarded.
 */
const alwaysHopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]

/**
 * Headers that may be passed on, in their order and spelling.
 *
 * @param rawHeaders names and values in turn, as Node gives them.
 */
export function endToEndHeaders(rawHeaders: readonly string[]): string[] {
  const dropped = new Set(alwaysHopByHop)
  for (const [name, value] of pairs(rawHeaders)) {
    if (name !== 'connection') continue
    for (const named of value.split(',')) dropped.add(named.trim().toLowerCase())
  }
  return rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? ''
    return !dropped.has(name.toLowerCase())
  })
}

function pairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as [string, string]] : [],
  )
}
