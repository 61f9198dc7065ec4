import { operationsOf, resolved, type Schema } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

/** Which operation a path belongs to, and by which field its answer is known. */
export function operationsFile(document: Record<string, unknown>): string {
  const operations = operationsOf(document)
  const ids = operations.map(({ path, operationId }) => `  '${path}': '${operationId}',\n`)
  const signs = operations
    // The token request has none: its answer is checked for the token.
    .filter(({ clientMethod }) => clientMethod)
    .map(({ operationId, response }) => {
      return `  ${operationId}: '${signOf(resolved(document, response))}',\n`
    })
  return `${banner}/** The \`operationId\` of each path. */
export const operationIds: Readonly<Record<string, string>> = {
${ids.join('')}}

/** A field that each answer of an operation has, unless it has an errcode. */
export const answerSigns: Readonly<Record<string, string>> = {
${signs.join('')}}
`
}

/** The errcode where the page has one, else the first field that is always there. */
function signOf({ required = [] }: Schema): string {
  return required.includes('errcode') ? 'errcode' : (required[0] ?? 'errcode')
}
