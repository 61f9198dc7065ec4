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
