import { DiagnosticSeverity } from '@stoplight/types'
import { errcodes } from '../errors/errcodes.ts'
import type { Store } from '../state/Store.ts'
import type { Call } from './Call.ts'
import type { Diagnostic, IHttpOperation } from './prism.ts'

const source = 'access_token'

/** What is wrong with the token of a request; undefined where nothing is, or none is needed. */
export function tokenProblem(
  resource: IHttpOperation,
  query: Call['url']['query'],
  store: Store,
): Diagnostic | undefined {
  const errcode = errcodeOfToken(resource, query, store)
  if (errcode === undefined) return undefined
  const message = `${source} refused`
  return { code: errcode, source, message, severity: DiagnosticSeverity.Error }
}

/** Whether the spec asks for a token. */
export function needsToken({ security = [] }: IHttpOperation): boolean {
  return security.flat().length > 0
}

/** The errcode that `tokenProblem` left among the diagnostics of a request. */
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
