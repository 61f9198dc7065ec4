import type { components } from '../generated/control.ts'

type Schemas = components['schemas']

/**
 * Something that goes wrong on purpose: what, where and how often. At most one of `errcode`, `body`,
 * `patch`, `drop`, `truncate`, `html`, `contentType`, `slowBody` and `expireTokens`; `latency`, `status`
 * and `headers` go with any or alone.
 *
 * @example
 * ```ts
 * mock.fault({ operation: 'getWebinar', errcode: 45009, times: 2 })
 * mock.fault({ latency: [200, 800], probability: 0.3 })
 * mock.fault({ operation: 'getMeeting', body: '{"errcode":0,"title":"\u0001"}' })
 * mock.fault({ operation: 'getMeeting', patch: { set: { title: 5 }, remove: ['status'] } })
 * ```
 */
export type Fault = Omit<Schemas['Fault'], 'id' | 'struck' | 'scenario' | 'missing'>

/**
 * What a request holds: values by their paths in the JSON body (`meetingid`, `enroll_id_list.0`), and
 * beside them `token`, the access token that it was sent with, and `corpId`, the corp that it was sent
 * for. Each must be equal, in type too; undefined fits what is not there.
 *
 * @example
 * ```ts
 * mock.fault({ errcode: -1, match: { meetingid, cursor: page.next_cursor } })
 * ```
 */
export type Match = Schemas['Match']

/** Changes of a response by path, such as `enroll_list.0.enroll_time`. */
export type Patch = Schemas['Patch']

/** A fault in force. */
export type ActiveFault = Schemas['Fault'] & Required<Pick<Schemas['Fault'], 'id' | 'struck'>>
