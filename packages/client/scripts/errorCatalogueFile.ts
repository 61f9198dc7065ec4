import { type CataloguedError, errorCatalogue, errorClasses } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

const retryLetters: Record<CataloguedError['retry'], string> = {
  never: 'n',
  backoff: 'b',
  'after-a-minute': 'm',
  'with-a-new-token': 't',
}

/**
 * The error catalogue as a table: errcode → class, retry and fix. They are packed into one text each,
 * because this table is a fifth of what the client weighs.
 */
export function errorCatalogueFile(document: Record<string, unknown>): string {
  const rows = errorCatalogue(document).map(
    (entry) => `  /** ${entry.meaning} ${entry.class}, retry: ${entry.retry}. */
  [${entry.errcode}]: ${JSON.stringify(packed(entry))},
`,
  )
  return `${banner}/**
 * What is known about each errcode: a digit for the class, a letter for the retry, and what to do.
 * src/errors/catalogueEntry.ts reads it.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: Readonly<Record<number, string>> = {
${rows.join('')}}
`
}

function packed({ class: name, retry, fix }: CataloguedError): string {
  return `${errorClasses.indexOf(name)}${retryLetters[retry]}${fix}`
}
