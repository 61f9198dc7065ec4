import { WeComApiError } from './WeComApiError.ts'

/** WeCom is busy (-1), also after the client has retried. */
export class ServerBusyError extends WeComApiError {
  override name: string = 'ServerBusyError'
}
