import { WeComApiError } from './WeComApiError.ts'

/** Too many calls (45009), or too many at the same time (45033). */
export class RateLimitError extends WeComApiError {
  override name: string = 'RateLimitError'
}
