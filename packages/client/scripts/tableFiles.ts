import {
  type CodedSchema,
  codedSchemas,
  errorCatalogue,
  operationsOf,
  resolved,
} from '@wecom-meeting/spec'
import { NO_OPERATION, SpecError } from './clientMethods.ts'

/** The first lines of every generated file. */
export const banner = `// Generated from spec/openapi.yaml by \`pnpm generate\`. Do not edit.

`

/** Writes the error catalogue: errcode → class, retry and fix. */
export function errorCatalogueFile(document: Record<string, unknown>): string {
  const entries = errorCatalogue(document)
  const rows = entries.map(
    ({ errcode, meaning, class: name, retry, fix }) =>
      `  /** ${meaning} */\n  [${errcode}]: [${name}, ${JSON.stringify(fix)}${retry === 'never' ? '' : `, '${retry}'`}],\n`,
  )
  const classes = new Set(entries.map((entry) => entry.class))
  const policies = new Set(entries.flatMap(({ retry }) => (retry === 'never' ? [] : [retry])))
  return `${banner}import {
${[...classes].map((name) => `  ${name},\n`).join('')}  type WeComApiError,
} from '../errorClasses.ts'

/**
 * What is known about each errcode: the class of its error; what to do, where \`{ip}\` stands for the
 * address that the errmsg names; and, where the same call can succeed later with nothing corrected, when.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: Readonly<
  Record<
    number,
    readonly [
      ErrorClass: typeof WeComApiError,
      fix: string,
      retry?: ${[...policies].map(literal).join(' | ')},
    ]
  >
> = {
${rows.join('')}}
`
}

/** Writes the catalogue's Chinese texts: errcode → meaning and fix. */
export function chineseErrorTextsFile(document: Record<string, unknown>): string {
  const rows = errorCatalogue(document).map(
    ({ errcode, meaningZh, fixZh }) =>
      `  [${errcode}]: [${JSON.stringify(meaningZh)}, ${JSON.stringify(fixZh)}],\n`,
  )
  return `${banner}/** What each errcode means, and what to do; \`{ip}\` stands for the address that the errmsg names. */
export const chineseErrorTexts: Readonly<
  Record<number, readonly [meaning: string, fix: string]>
> = {
${rows.join('')}}
`
}

/**
 * Writes which operation a path belongs to, and by which field its response is known.
 *
 * @throws SpecError if there is no operation: calls would be named by their paths, and any JSON would pass
 *   for a response.
 */
export function operationsFile(document: Record<string, unknown>): string {
  const rows = operationsOf(document).map(({ path, operationId, request, response, effect }) => {
    const { required = [] } = resolved(document, response)
    const sign = required.includes('errcode') ? 'errcode' : (required[0] ?? 'errcode')
    // The request for a token has none: its response is checked for the token.
    const creates = effect === 'create'
    const parts = [operationId, ...(request || creates ? [sign] : []), ...(creates ? [effect] : [])]
    return `  '${path}': [${parts.map(literal).join(', ')}],\n`
  })
  if (rows.length === 0) throw new SpecError(NO_OPERATION)
  return `${banner}/**
 * The operation of each path; the field that each of its responses has unless it has an errcode; and its effect, where
 * each time makes another one.
 */
export const operations: Readonly<
  Record<string, readonly [operationId: string, sign?: string, effect?: 'create']>
> = {
${rows.join('')}}
`
}

/** Writes the coded values as named constants, each with a type of the same name. */
export function codedValuesFile(document: Record<string, unknown>): string {
  return `${banner}${[...codedSchemas(document), errcodes(document)].map(constantAndType).join('\n')}
${REFUSAL_ERRCODE}`
}

/** TypeScript has no "number but 0". An enum takes any \`number\`, and of literals its own values alone. */
const REFUSAL_ERRCODE = `declare enum OtherErrcode {
  NotListed = -2147483648,
}

/**
 * The \`errcode\` of a refusal: one of \`Errcode\` or any other but 0, which is that of a success. TypeScript lets one that
 * is not listed be compared as a number only: \`Number(errcode) === 12345\`.
 */
export type RefusalErrcode = (typeof Errcode)[keyof typeof Errcode] | OtherErrcode
`

function errcodes(document: Record<string, unknown>): Constants {
  const values = errorCatalogue(document).map(({ errcode, name, meaning }) => ({
    name: name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value: errcode,
    description: meaning.replace(/\.$/, ''),
  }))
  return { name: 'Errcode', description: 'What WeCom refuses with.', open: true, values }
}

type Constants = Pick<CodedSchema, 'name' | 'description' | 'open'> & {
  values: Omit<CodedSchema['values'][number], 'descriptionZh'>[]
}

function constantAndType(schema: Constants): string {
  const members = schema.values.map(({ name, value, description }) => ({
    type: `  /** ${description}. */\n  readonly ${name}: ${literal(value)}\n`,
    value: `  ${name}: ${literal(value)},\n`,
  }))
  return `/** ${schema.description} */
export const ${schema.name}: {
${members.map(({ type }) => type).join('')}} = {
${members.map(({ value }) => value).join('')}}

/** ${schema.description}${schema.open ? ' WeCom may return other values.' : ''} */
export type ${schema.name} = (typeof ${schema.name})[keyof typeof ${schema.name}]${openType(schema)}
`
}

/** Lets any value of the base type in and keeps the listed ones in the editor's completion. */
function openType({ open, values }: Constants): string {
  return open ? ` | (${typeof values[0]?.value} & {})` : ''
}

function literal(value: number | string): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}
