/**
 * A secret in every form that a text gives it: as it is, in JSON, in an address, a form and XML. None for one
 * so short that it would turn up in ordinary words.
 */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < 6) return []
  // Tokens have no other form, and there may be a thousand of them.
  if (/^[\w-]+$/.test(secret)) return [secret]
  const text = secret.toWellFormed()
  const encoded = encodeURIComponent(text)
  const forms = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURI(text),
    encoded,
    encoded.replaceAll(/%../g, (code) => code.toLowerCase()),
    encoded.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    new URLSearchParams([['', secret]]).toString().slice(1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ])
  return [...forms]
}
