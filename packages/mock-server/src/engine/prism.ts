/**
 * The one place where Prism's packages are imported.
 *
 * Prism's own entry, `createInstance`, calls `factory` with the components below and with a mocker
 * and a forwarder that this project replaces, and loads faker and a Postman reader for them: 430 ms
 * instead of 250. That is why the parts are taken one by one; the versions are pinned.
 */
export {
  createLogger,
  factory,
  type IPrismDiagnostic as Diagnostic,
} from '@stoplight/prism-core'
export type {
  IHttpConfig,
  IHttpRequest,
  IHttpResponse,
  PrismHttpComponents,
} from '@stoplight/prism-http'
export { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
export { validateInput, validateOutput } from '@stoplight/prism-http/dist/validator/index.js'
export type { IHttpOperation } from '@stoplight/types'
