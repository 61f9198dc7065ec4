import { WeComApiError } from './WeComApiError.ts'

/** WeCom refused a parameter (40058, 40063, 730011). */
export class InvalidRequestError extends WeComApiError {
  override name: string = 'InvalidRequestError'
}
