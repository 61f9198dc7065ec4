import { errorCatalogue, operationsOf, resolved } from '@wecom-meeting/spec'
import { banner, docComment, literal } from '@wecom-meeting/spec/generated-files'
import { NO_OPERATION, SpecError } from './clientMethods.ts'

/** Writes the error catalogue: errcode → class, retry and fix. */
export function errorCatalogueFile(document: Record<string, unknown>): string {
  const entries = errorCatalogue(document)
  const rows = entries.map(
    ({ errcode, meaning, class: name, retry, fix }) =>
      `${docComment(meaning, '  ')}  [${errcode}]: [${name}, ${JSON.stringify(fix)}${retry === 'never' ? '' : `, '${retry}'`}],\n`,
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
      retry?: ${[...policies].map((policy) => literal(policy)).join(' | ')},
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
    return `  '${path}': [${parts.map((part) => literal(part)).join(', ')}],\n`
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
