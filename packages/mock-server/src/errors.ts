/**
 * The mock cannot start, or refuses what it was given: the message is one clear sentence that names
 * the file or the option, the place in it, and what was expected there.
 *
 * @example
 * ```ts
 * try {
 *   await startMockServer({ port: 4010 })
 * } catch (error) {
 *   if (error instanceof MockSetupError) console.error(error.message) // port 4010 is in use …
 * }
 * ```
 */
export class MockSetupError extends Error {
  override readonly name = 'MockSetupError'
}

/** An option has a value that it cannot have; on the command line that is a usage error. */
export class OptionError extends MockSetupError {}

/** No request was received that `waitFor` waited for. */
export class WaitTimeoutError extends MockSetupError {}

/** Not so many requests were received as `verify` expects. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError'
}

/** More are not described: nobody reads them, and each costs time. */
export const mostViolations = 100

/** Of what is found one by one. */
export function collectFirst<T>(found: Iterable<T>, count: number): T[] {
  const first: T[] = []
  for (const one of found) if (first.push(one) >= count) break
  return first
}

/** One thing that is wrong with some fields; `path` leads to it from the outermost field down. */
export interface FieldViolation {
  path: readonly string[]
  message: string
}

/** Fields that the spec or the control's document forbids, all at once. */
export class FieldsError extends MockSetupError {
  readonly violations: readonly FieldViolation[]

  constructor(...violations: readonly FieldViolation[]) {
    // Each branch of a schema that does not fit may say the same.
    const different = new Map(violations.map((each) => [JSON.stringify(each), each]))
    super([...new Set(violations.map(({ message }) => message))].join('; '))
    this.violations = [...different.values()]
  }
}
