import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** Absolute path of the OpenAPI document that everything else is made from. */
export const specPath: string = fileURLToPath(new URL('../generated/openapi.yaml', import.meta.url))

/** Reads and parses the OpenAPI document at `path`; `$ref`s are left as they are. */
export function readSpec(path: string = specPath): Record<string, unknown> {
  return parse(readFileSync(path, 'utf8'))
}
