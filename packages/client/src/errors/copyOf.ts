import { WeComError } from './WeComError.ts'

/**
 * The same error once more with other fields: callers may share a failure, such as a refused secret,
 * but not what is added for one of them. Anything but a `WeComError` is given back as it is.
 */
export function copyOf(error: unknown, fields: object): unknown {
  if (!(error instanceof WeComError)) return error
  const SameClass = error.constructor as typeof WeComError
  return new SameClass(error.message, { ...error, cause: error.cause, ...fields })
}
