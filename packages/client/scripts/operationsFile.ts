import { banner } from './banner.ts'

type PathItem = Record<string, { operationId?: string }>

/** Which operation a path belongs to. */
export function operationsFile(document: Record<string, unknown>): string {
  const rows = Object.entries(document.paths as Record<string, PathItem>).flatMap(([path, item]) =>
    Object.values(item)
      .filter((operation) => operation.operationId)
      .map((operation) => `  '${path}': '${operation.operationId}',\n`),
  )
  return `${banner}/** The \`operationId\` of each path. */
export const operationIds: Readonly<Record<string, string>> = {
${rows.join('')}}
`
}
