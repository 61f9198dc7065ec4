import { readSpec, specPath } from '@wecom-meeting/spec'
import { YAMLParseError } from 'yaml'
import { MockSetupError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'

/** Reads the OpenAPI document, or says which file, where in it, and what is wrong. */
export function readSpecFile(path: string = specPath): JsonObject {
  const document = parsed(path)
  if (!isJsonObject(document) || typeof document.openapi !== 'string') {
    throw new MockSetupError(`${path}: not an OpenAPI 3 document, the field "openapi" is missing`)
  }
  if (!isJsonObject(document.paths) || Object.keys(document.paths).length === 0) {
    throw new MockSetupError(`${path}: "paths" is missing or empty, so there is nothing to serve`)
  }
  return document
}

function parsed(path: string): unknown {
  try {
    return readSpec(path)
  } catch (error) {
    throw new MockSetupError(`${path}${whatIsWrong(error)}`, { cause: error })
  }
}

function whatIsWrong(error: unknown): string {
  if (error instanceof YAMLParseError) {
    const place = error.linePos?.[0]
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')
    return place ? `:${place.line}:${place.col}: ${what}` : `: ${what}`
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return ': no such file'
  return `: cannot be read (${code ?? (error as Error).message})`
}
