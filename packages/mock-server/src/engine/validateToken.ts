import { DiagnosticSeverity } from '@stoplight/types'
import { left, right } from 'fp-ts/lib/Either.js'
import { errcodes } from '../errors/errcodes.ts'
import type { Store } from '../state/Store.ts'
import type { Call } from './Call.ts'
import type { Diagnostic, IHttpOperation, PrismHttpComponents } from './prism.ts'

const source = 'access_token'

/** Prism's security check, with WeCom's tokens in place of "anything that is not empty". */
export function validateToken(store: Store): PrismHttpComponents['validateSecurity'] {
  return ({ resource, element }) => {
    const errcode = errcodeOfToken(resource, (element as Call).url.query, store)
    if (errcode === undefined) return right(element)
    const message = `${source} refused`
    return left([{ code: errcode, source, message, severity: DiagnosticSeverity.Error }])
  }
}

/** The errcode that `validateToken` left among the diagnostics of a request. */
export function tokenErrcode(diagnostics: readonly Diagnostic[]): number | undefined {
  const diagnostic = diagnostics.find((candidate) => candidate.source === source)
  return diagnostic && Number(diagnostic.code)
}

function errcodeOfToken(
  { security = [] }: IHttpOperation,
  query: Call['url']['query'],
  { tokens, expiredTokenErrcode }: Store,
): number | undefined {
  const scheme = security.flat().find((candidate) => candidate.type === 'apiKey')
  // The parameter's name is the spec's; WeCom calls it access_token.
  if (!scheme || !('name' in scheme)) return undefined
  const token = [query[scheme.name]].flat()[0]
  if (!token) return errcodes.accessTokenMissing
  const verdict = tokens.check(token)
  if (verdict === 'valid') return undefined
  return verdict === 'expired' ? expiredTokenErrcode : errcodes.invalidAccessToken
}
