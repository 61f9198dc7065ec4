import { WeComApiError } from './WeComApiError.ts'

/** The app or its caller may not do this (48002, 60020, 60011, 730005 …); `fix` says where to allow it. */
export class PermissionError extends WeComApiError {
  override name: string = 'PermissionError'
}
