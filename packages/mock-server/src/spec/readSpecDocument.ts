import type { IHttpOperation } from '@stoplight/types'
import { errorCatalogue } from '@wecom-meeting/spec'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { MockSetupError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { type ErrorTexts, type MockSpec, type Operation, readOperations } from './operations.ts'
import { readSpecFile } from './readSpecFile.ts'

/** Reads an OpenAPI document from its file, with all checks. */
export async function readSpecDocument(path: string): Promise<MockSpec> {
  const document = readSpecFile(path)
  const errorTexts = readErrorTexts(document, path)
  const operations = await readOperations(document, path)
  checkSchemas(operations, path)
  return { path, errorTexts, operations }
}

export function readErrorTexts(document: JsonObject, specPath: string): ErrorTexts {
  try {
    return new Map(errorCatalogue(document).map(({ errcode, errmsg }) => [errcode, errmsg]))
  } catch (error) {
    throw new MockSetupError(`${specPath}: ${(error as Error).message}`, { cause: error })
  }
}

// As Prism sets them up, which matters here: what one compiles, the other must compile too.
const options = { allErrors: true, allowUnionTypes: true, strict: false, logger: false } as const

/**
 * Prism takes everything for valid where a schema does not compile, without a word; so each is
 * compiled once before it is used.
 *
 * @throws {MockSetupError} naming the operation, the place and what is wrong with the schema.
 */
function checkSchemas(operations: readonly Operation[], specPath: string): void {
  const compilers = { draft2020: new Ajv2020(options), draft07: new Ajv(options) }
  for (const { operationId, resource } of operations) {
    const bundle = (resource as { __bundled__?: unknown }).__bundled__
    for (const [place, schema] of listSchemas(resource)) {
      const is2020 = String(schema.$schema).includes('/draft/2020-12/')
      const compiler = is2020 ? compilers.draft2020 : compilers.draft07
      try {
        compiler.compile({ ...schema, __bundled__: bundle })
      } catch (error) {
        const problem = (error as Error).message
        throw new MockSetupError(
          `${specPath}: the schema of ${operationId}'s ${place} is none: ${problem}`,
        )
      }
    }
  }
}

function listSchemas({
  request,
  responses,
}: IHttpOperation): [place: string, schema: JsonObject][] {
  const places = [
    ...(request?.body?.contents ?? []).map(({ schema }) => ['request body', schema] as const),
    ...(request?.query ?? []).map(({ name, schema }) => [`parameter ${name}`, schema] as const),
    ...responses.flatMap(({ code, contents = [] }) =>
      contents.map(({ schema }) => [`response ${code}`, schema] as const),
    ),
  ]
  return places.flatMap(([place, schema]) => (schema ? [[place, schema as JsonObject]] : []))
}
