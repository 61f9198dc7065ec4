import { operationsOf, resolved } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

/** Which operation a path belongs to, and by which field its response is known. */
export function operationsFile(document: Record<string, unknown>): string {
  const rows = operationsOf(document).map(({ path, operationId, request, response }) => {
    const { required = [] } = resolved(document, response)
    const sign = required.includes('errcode') ? 'errcode' : (required[0] ?? 'errcode')
    return {
      id: `  '${path}': '${operationId}',\n`,
      // The request for a token has none: its response is checked for the token.
      sign: request ? `  ${operationId}: '${sign}',\n` : '',
    }
  })
  return `${banner}/** The \`operationId\` of each path. */
export const operationIds: Readonly<Record<string, string>> = {
${rows.map(({ id }) => id).join('')}}

/** A field that each answer of an operation has, unless it has an errcode. */
export const answerSigns: Readonly<Record<string, string>> = {
${rows.map(({ sign }) => sign).join('')}}
`
}
