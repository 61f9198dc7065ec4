import type { IHttpOperation } from '@stoplight/types'
import type { operations } from '@wecom-meeting/spec/types'

/** The operations of the project's spec, by their `operationId`; those of another `spec` need a cast. */
export type OperationId = keyof operations

/** One operation of the spec, in the form that Prism's engine works with. */
export interface PrismOperation {
  operationId: string
  /** Upper case. */
  method: string
  path: string
  resource: IHttpOperation
}

/** All that the mock takes from the OpenAPI document. Never changed once it is read. */
export interface MockSpec {
  path: string
  operations: PrismOperation[]
  /** WeCom's own short text of every errcode, from the spec's `x-errcodes`. */
  errorTexts: ReadonlyMap<number, string>
}

/** Whether the spec asks for a token. */
export function needsToken({ security = [] }: IHttpOperation): boolean {
  return security.some((schemes) => schemes.length > 0)
}

/** Whether an operation is about enrollments, which a webinar may have switched off. */
export function requiresEnrollment({ extensions }: IHttpOperation): boolean {
  return extensions?.['x-requires'] === 'enrollment'
}
