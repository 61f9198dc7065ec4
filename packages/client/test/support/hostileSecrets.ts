/** Secrets and tokens with every character that addresses, JSON or regular expressions treat in a way of their own. */
export const hostile: string[] = [
  'plain-token_0123456789',
  '--__--__',
  'a%2Fb%25c',
  'a+b/c==',
  'a b&c=d?e#f',
  '$&$1$`.*+?^(){}[]|',
  'quo"te\\back',
  '令牌 token',
]

/** Each way in which an address, a header or JSON can write `secret`. */
export function writings(secret: string): string[] {
  const url = new URL('https://example.com')
  url.searchParams.set('q', secret)
  return [
    secret,
    encodeURIComponent(secret),
    url.search.slice(3),
    JSON.stringify(secret).slice(1, -1),
  ]
}
