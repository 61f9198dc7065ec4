import { errorCatalogue } from '@wecom-meeting/spec'
import { banner } from './banner.ts'

/** The catalogue's Chinese texts: errcode → meaning and fix. */
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
