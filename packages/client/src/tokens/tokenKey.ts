/** Names a token without naming the secret: the base URL, the corp ID and the secret's SHA-256. */
export async function tokenKey(
  baseUrl: string,
  corpId: string,
  corpSecret: string,
): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(corpSecret))
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
  return `${baseUrl} ${corpId} ${hash.join('')}`
}
