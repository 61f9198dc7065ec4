/** The one place where Prism's packages are imported: their modules are CommonJS and heavy. */
export { createLogger, type IPrismDiagnostic as Diagnostic } from '@stoplight/prism-core'
export type { IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http'
export { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http'
// Not part of the package's entry, yet needed without a request around it: what a test or a
// fixtures file adds to the data is judged at once, not when somebody first asks for it.
export { validateOutput } from '@stoplight/prism-http/dist/validator/index.js'
export type { IHttpOperation } from '@stoplight/types'
