import { type CodedSchema, codedSchemas } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

/** The coded values as named constants, each with a type of the same name. */
export function codedValuesFile(document: Record<string, unknown>): string {
  return banner + codedSchemas(document).map(constantAndType).join('\n')
}

function constantAndType(schema: CodedSchema): string {
  const members = schema.values.map(({ name, value, description }) => ({
    type: `  /** ${description}. */\n  readonly ${name}: ${literal(value)}\n`,
    value: `  ${name}: ${literal(value)},\n`,
  }))
  return `/** ${schema.description} */
export const ${schema.name}: {
${members.map(({ type }) => type).join('')}} = {
${members.map(({ value }) => value).join('')}}

/** ${schema.description}${schema.open ? ' WeCom may answer with other values.' : ''} */
export type ${schema.name} = (typeof ${schema.name})[keyof typeof ${schema.name}]${openType(schema)}
`
}

/** Lets any value of the base type in and keeps the listed ones in the editor's completion. */
function openType({ open, values }: CodedSchema): string {
  return open ? ` | (${typeof values[0]?.value} & {})` : ''
}

function literal(value: number | string): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}
