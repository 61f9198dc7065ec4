import type { IHttpOperation } from '@stoplight/types'
import type { Query } from '../http/MockRequest.ts'
import type { World } from '../World.ts'
import { errcodes, Refusal } from './Refusal.ts'

/** Whether the spec asks for a token. */
export function needsToken({ security = [] }: IHttpOperation): boolean {
  return security.flat().length > 0
}

/** Refuses the token of a request; undefined where it is good, or none is needed. */
export function checkToken(
  { security = [] }: IHttpOperation,
  query: Query,
  { tokens, settings }: World,
): Refusal | undefined {
  const scheme = security.flat().find(({ type }) => type === 'apiKey')
  // The parameter's name is the spec's; WeCom calls it access_token.
  if (!scheme || !('name' in scheme)) return undefined
  const token = [query[scheme.name]].flat()[0]
  if (!token) return new Refusal(errcodes.accessTokenMissing)
  const state = tokens.check(token)
  if (state === 'valid') return undefined
  const isExpired = state === 'expired'
  return new Refusal(isExpired ? settings.expiredTokenErrcode : errcodes.invalidAccessToken)
}
