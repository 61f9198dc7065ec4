import type { CallOptions, PagedList, WeComClient } from '@wecom-meeting/client'
import { readSpec } from '@wecom-meeting/spec'
import { type ClientMethod, clientMethods } from '../../scripts/clientMethods.ts'

type AnyPage = Record<string, unknown> & { next_cursor: string }

interface CallableMethod extends ClientMethod {
  /** Calls the method with the last example of its request. */
  call: (wecom: WeComClient, options?: CallOptions) => PromiseLike<unknown>
  /** What is returned when all is read that a list has; it stops at ten items. */
  read: (wecom: WeComClient) => PromiseLike<unknown>
}

/** Every method of the client, as the document names it. */
export const everyMethod: CallableMethod[] = clientMethods(readSpec()).map((method) => {
  const call: CallableMethod['call'] = (wecom, options) =>
    methodOf(wecom, method)(method.example, options)
  return {
    ...method,
    call,
    read: (wecom) =>
      method.list
        ? (call(wecom) as PagedList<AnyPage, unknown>).toArray({ limit: 10 })
        : call(wecom),
  }
})

type Method = (request: object, options: CallOptions | undefined) => PromiseLike<unknown>

function methodOf(wecom: WeComClient, { clientMethod }: ClientMethod): Method {
  const way = clientMethod.split('.')
  return way.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], wecom) as Method
}
