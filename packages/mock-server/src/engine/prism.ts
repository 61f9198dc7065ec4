export { validateInput } from '@stoplight/prism-http/dist/validator/index.js'
export type { IHttpOperation } from '@stoplight/types'
