import type { Complete } from './calls.ts'
import { type CallOptions, checkBody, checkOptions, isObject, type Rule } from './options.ts'
import { toPlain } from './redact.ts'
import { type Call, toCall } from './response.ts'

/** The options of a single `request`. */
export interface RequestOptions extends CallOptions {
  /** Such as `PUT`. @default POST with a body, GET without one */
  method?: string
  /** Goes after the query that the path has. */
  query?: Record<string, string | number | boolean>
}

const RULES: Record<string, Rule> = {
  method: [
    (method) => typeof method === 'string' && /^[a-z]+$/i.test(method),
    'the name of an HTTP method',
  ],
  query: [
    (query) =>
      isObject(query) &&
      Object.values(query).every((value) => /string|number|boolean/.test(typeof value)),
    'an object of texts, numbers, true and false',
  ],
}

/** The platform drops tabs and line ends inside an address and all from `#` on, and resolves `%2e%2e` as well as `..`. */
const PATH = /^\/[^\t\n\r#]*$/
const UNSAFE_PART = /\.\.|access_token/
const UNSAFE_PATH =
  'path must start with / and have no .. and no access_token in it, and # only as %23, such as /cgi-bin/user/get?userid=zhangsan.'

/** Creates what calls endpoints that the spec does not have. */
export function createRequest(complete: Complete) {
  return <Data extends object = Record<string, unknown>>(
    given: string,
    body?: object,
    options: RequestOptions = {},
  ): Call<Data> => {
    async function send() {
      checkOptions(options, RULES)
      const { query: pairs, ...rest } = options
      const query = `${new URLSearchParams(pairs as Record<string, string>)}`
      const path = query ? given + (/\?/.test(given) ? '&' : '?') + query : given
      if (!PATH.test(path) || UNSAFE_PART.test(toPlain(path))) throw new TypeError(UNSAFE_PATH)
      if (body !== undefined) checkBody('body', body)
      return complete(path, body, (fields: Data) => fields, rest)
    }
    return toCall(send())
  }
}
