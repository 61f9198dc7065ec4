/** Who can reach a server at this address, in words. */
export function reach(url: string): string {
  const { hostname } = new URL(url)
  const loopback = hostname === '[::1]' || hostname.startsWith('127.')
  return loopback ? 'only this machine can reach it' : 'other machines can reach it'
}
