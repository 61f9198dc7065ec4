/** The NAME of `Prefer: example=NAME` (RFC 7240; Prism's own way to ask for an example). */
export function preferredExample(header: string | string[] | undefined): string | undefined {
  const text = [header].flat().join(',')
  return /(?:^|[,;\s])example\s*=\s*"?([^",;\s]+)"?/i.exec(text)?.[1]
}
