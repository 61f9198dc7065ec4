import { errorCatalogue } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

/** The error catalogue as a table: errcode → class, retry and fix. */
export function errorCatalogueFile(document: Record<string, unknown>): string {
  const entries = errorCatalogue(document)
  const rows = entries.map(
    (entry) => `  /** ${entry.meaning} */
  [${entry.errcode}, { class: '${entry.class}', retry: '${entry.retry}', fix: ${JSON.stringify(entry.fix)} }],
`,
  )
  return `${banner}import type { CatalogueEntry } from '../errors/catalogueEntry.ts'

/**
 * What is known about each errcode.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: ReadonlyMap<number, CatalogueEntry> = new Map<number, CatalogueEntry>([
${rows.join('')}])
`
}
