import type { components } from '@wecom-meeting/spec/types'

/** The spec's schemas by name. */
export type Schemas = components['schemas']

/**
 * The known values of a coded field, whose own type lets any other in as well: what a `switch` covers.
 *
 * @example
 * const labels: Record<KnownValue<typeof MeetingStatus>, string> = { 1: 'not started', … }
 */
export type KnownValue<Constants> = Constants[keyof Constants]

/** A request in which points in time may be a `Date`, too. */
export type WithDates<Request, Times extends keyof Request = keyof Request> = {
  [Name in keyof Request]: Name extends Times ? Request[Name] | Date : Request[Name]
}

/** The fields of a response without `errcode` and `errmsg`, and without `Others`, which the caller types itself. */
export type Fields<Body, Others extends string = never> = Omit<Body, 'errcode' | 'errmsg' | Others>

/** What a response is when the call succeeds: its type without the refusal. */
export type Success<Body> = Exclude<Body, Schemas['ErrorResponse']>
