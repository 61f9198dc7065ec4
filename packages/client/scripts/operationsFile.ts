import { banner } from './banner.ts'

interface Operation {
  operationId?: string
  'x-client-method'?: string
  responses: {
    200: { content: { 'application/json': { schema: { oneOf?: { $ref: string }[] } } } }
  }
}

/** Which operation a path belongs to, and by which field its answer is known. */
export function operationsFile(document: Record<string, unknown>): string {
  const paths = document.paths as Record<string, Record<string, Operation>>
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).flatMap((operation) =>
      operation.operationId ? [{ path, ...operation, operationId: operation.operationId }] : [],
    ),
  )
  const ids = operations.map(({ path, operationId }) => `  '${path}': '${operationId}',\n`)
  const signs = operations
    // The token request has none: its answer is checked for the token.
    .filter((operation) => operation['x-client-method'])
    .map((operation) => `  ${operation.operationId}: '${signOf(document, operation)}',\n`)
  return `${banner}/** The \`operationId\` of each path. */
export const operationIds: Readonly<Record<string, string>> = {
${ids.join('')}}

/** A field that each answer of an operation has, unless it has an errcode. */
export const answerSigns: Readonly<Record<string, string>> = {
${signs.join('')}}
`
}

/** The errcode where the page has one, else the first field that is always there. */
function signOf(document: Record<string, unknown>, { responses }: Operation): string {
  const [success] = responses[200].content['application/json'].schema.oneOf ?? []
  const { schemas } = document.components as { schemas: Record<string, { required?: string[] }> }
  const { required = [] } = schemas[success?.$ref.split('/').at(-1) ?? ''] ?? {}
  return required.includes('errcode') ? 'errcode' : (required[0] ?? 'errcode')
}
