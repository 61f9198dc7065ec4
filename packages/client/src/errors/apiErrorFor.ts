import { errorCatalogue } from '../generated/errorCatalogue.ts'
import { AuthenticationError } from './AuthenticationError.ts'
import type { ApiErrorClass } from './catalogueEntry.ts'
import { InvalidRequestError } from './InvalidRequestError.ts'
import { NotFoundError } from './NotFoundError.ts'
import { PermissionError } from './PermissionError.ts'
import { RateLimitError } from './RateLimitError.ts'
import { ServerBusyError } from './ServerBusyError.ts'
import { WeComApiError, type WeComApiErrorInit } from './WeComApiError.ts'

const CLASSES: Record<ApiErrorClass, new (init: WeComApiErrorInit) => WeComApiError> = {
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerBusyError,
}

/** The error for an answer with an errcode other than 0, of the class that the catalogue names. */
export function apiErrorFor(
  operation: string,
  { errcode, errmsg }: { errcode: number; errmsg?: unknown },
): WeComApiError {
  const entry = errorCatalogue.get(errcode)
  const ErrorClass = entry ? CLASSES[entry.class] : WeComApiError
  return new ErrorClass({ errcode, errmsg: String(errmsg ?? ''), operation, entry })
}
