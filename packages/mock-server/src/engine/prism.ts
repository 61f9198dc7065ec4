/**
 * The one place where Prism's engine is imported; the reader of documents is in `spec/operations.ts`.
 *
 * Prism's own entry, `createInstance`, composes these two validators with a mocker and a forwarder
 * that this project replaces, and loads faker and a Postman reader for them. Its composition, `factory`,
 * costs more time per request than the validators. That is why they are taken one by one; the
 * versions are pinned, and tests hold every verdict against plain Prism's.
 */
export type { IPrismDiagnostic as Diagnostic } from '@stoplight/prism-core'
export type { IHttpRequest } from '@stoplight/prism-http'
export { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js'
export { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js'
export { validateAgainstSchema } from '@stoplight/prism-http/dist/validator/validators/utils.js'
export type { IHttpOperation } from '@stoplight/types'
