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
  "it's/a!secret~(really)*",
]

/** Those of them that may be an option: with white space inside it would be refused. */
export const hostileOptions: string[] = hostile.filter((secret) => !/\s/.test(secret))

/** Each way in which an address, a form, a header or JSON can write `secret`. */
export function writings(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1)
  const inJson = JSON.stringify(secret).slice(1, -1)
  const ways = [
    secret,
    encodeURI(secret),
    inAddress,
    inForm,
    // What an address that went through `URL` says.
    new URL(`https://example.com?${inAddress}`).search.slice(1),
    inAddress.replaceAll(/[!'()*~]/g, (found) => `%${found.charCodeAt(0).toString(16)}`),
    inJson,
    inJson.replaceAll('/', '\\/'),
    inJson.replaceAll(
      /[^ -~]|'/g,
      (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  ]
  const lowerCase = (text: string) =>
    text.replaceAll(/%[\dA-F]{2}|\\u[\dA-F]{4}/g, (e) => e.toLowerCase())
  return [...new Set([...ways, ...ways.map(lowerCase)])]
}
