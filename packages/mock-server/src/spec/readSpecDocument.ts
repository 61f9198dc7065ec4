import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import type { IHttpOperation } from '@stoplight/types'
import { errorCatalogue } from '@wecom-meeting/spec'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { MockSetupError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { MockSpec, PrismOperation } from './operations.ts'
import { readSpecFile } from './readSpecFile.ts'

/**
 * Reads an OpenAPI document from its file, with all checks.
 *
 * @throws {MockSetupError} naming the file, the place and what is wrong there.
 */
export async function readSpecDocument(path: string): Promise<MockSpec> {
  const document = readSpecFile(path)
  // As Prism sets them up, which matters here: what one compiles, the other must compile too.
  const options = { allErrors: true, allowUnionTypes: true, strict: false, logger: false } as const
  const compilers = { draft2020: new Ajv2020(options), draft07: new Ajv(options) }
  try {
    const texts = errorCatalogue(document).map(({ errcode, errmsg }) => [errcode, errmsg] as const)
    const resources = await getHttpOperationsFromSpec(document)
    const operations = resources.map(readOperation)
    for (const operation of operations) checkSchemas(operation, compilers)
    return { path, errorTexts: new Map(texts), operations }
  } catch (error) {
    throw new MockSetupError(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

function readOperation(resource: IHttpOperation): PrismOperation {
  const { iid: operationId, method, path } = resource
  if (!operationId) {
    throw new Error(`${method} ${path} has no operationId, and the mock knows operations by it`)
  }
  // Prism compiles a path's template anew for every request, and reads headers and path against lists
  // that are empty: half of its time. What has no parameters there needs none of it.
  const parts = Object.entries(resource.request ?? {})
  const request = Object.fromEntries(parts.filter(([, part]) => [part].flat().length > 0))
  return { operationId, method: method.toUpperCase(), path, resource: { ...resource, request } }
}

/**
 * Prism takes everything for valid where a schema does not compile, without a word; so each is
 * compiled once before it is used.
 */
function checkSchemas(
  { operationId, resource }: PrismOperation,
  compilers: { draft2020: Ajv2020; draft07: Ajv },
): void {
  const { request, responses } = resource
  const { __bundled__ } = resource as { __bundled__?: unknown }
  const places = [
    ...(request?.body?.contents ?? []).map(({ schema }) => ['request body', schema] as const),
    ...(request?.query ?? []).map(({ name, schema }) => [`parameter ${name}`, schema] as const),
    ...responses.flatMap(({ code, contents = [] }) =>
      contents.map(({ schema }) => [`response ${code}`, schema] as const),
    ),
  ]
  for (const [place, schema] of places) {
    if (!schema) continue
    const is2020 = String(schema.$schema).includes('/draft/2020-12/')
    const compiler = is2020 ? compilers.draft2020 : compilers.draft07
    try {
      compiler.compile({ ...(schema as JsonObject), __bundled__ })
    } catch (error) {
      const problem = (error as Error).message
      throw new Error(`the schema of ${operationId}'s ${place} is none: ${problem}`)
    }
  }
}
