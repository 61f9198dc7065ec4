import { WeComApiError } from './WeComApiError.ts'

/** WeCom refused the secret, the corp ID or the token (40001, 40013, 40014, 42001, 301002 …). */
export class AuthenticationError extends WeComApiError {
  override name: string = 'AuthenticationError'
}
