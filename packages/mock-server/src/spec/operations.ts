import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import type { IHttpOperation } from '@stoplight/types'
import type { operations } from '@wecom-meeting/spec/types'
import { MockSetupError } from '../errors.ts'
import type { JsonObject } from '../json.ts'

/** The operations of the project's spec, by their `operationId`; those of another `spec` need a cast. */
export type OperationId = keyof operations

/** One operation of the spec, in the form that Prism's engine works with. */
export interface Operation {
  operationId: string
  /** Upper case. */
  method: string
  path: string
  resource: IHttpOperation
}

/** WeCom's own short text of every errcode, from the spec's `x-errcodes`. */
export type ErrorTexts = ReadonlyMap<number, string>

/** All that the mock takes from the OpenAPI document. Never changed once it is read. */
export interface MockSpec {
  path: string
  operations: Operation[]
  errorTexts: ErrorTexts
}

export async function readOperations(document: JsonObject, specPath: string): Promise<Operation[]> {
  const resources = await prismOperations(document, specPath)
  return resources.map((resource) => {
    if (!resource.iid) {
      throw new MockSetupError(
        `${specPath}: ${resource.method} ${resource.path} has no operationId, and the mock knows operations by it`,
      )
    }
    const { iid: operationId, method, path } = resource
    return { operationId, method: method.toUpperCase(), path, resource }
  })
}

async function prismOperations(document: JsonObject, specPath: string): Promise<IHttpOperation[]> {
  try {
    return await getHttpOperationsFromSpec(document)
  } catch (error) {
    throw new MockSetupError(`${specPath}: ${(error as Error).message}`, { cause: error })
  }
}

/** Whether an operation is about enrollments, which a webinar may have switched off. */
export function requiresEnrollment({ extensions }: IHttpOperation): boolean {
  return extensions?.['x-requires'] === 'enrollment'
}
