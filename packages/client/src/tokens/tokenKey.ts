/** Names a token without naming the secret: the base URL, the corp ID and the secret's SHA-256 in base64. */
export async function tokenKey(
  baseUrl: string,
  corpId: string,
  corpSecret: string,
): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(corpSecret))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return `${baseUrl} ${encodeURIComponent(corpId)} ${hash}`
}
