import { gzipSync } from 'node:zlib'
import { type Benchmark, bar } from '../Benchmark.ts'
import { apps } from '../clients/apps.ts'
import { bundleApp, type LeftOut } from '../report/bundleApp.ts'

const OWN = '@wecom-meeting/client'
const PARTS: Record<string, LeftOut> = {
  'openapi-fetch': { file: /\/openapi-fetch\//, instead: 'export default () => ({})' },
  'the errors’ remedies': {
    file: /\/generated\/errorCatalogue\./,
    instead: 'export const errorCatalogue = {}',
  },
}
const NEXT_IDEA =
  'what is left without openapi-fetch and remedies is tokens, time limits, retries, errors, redaction, paging and what the pages contradict; see decisions/client-size.md.'

/** Minified and gzipped size of an app that gets one webinar. */
export const size: Benchmark = {
  name: 'size',
  title: 'How large is an app that gets one webinar?',
  method:
    'One small app a client, bundled and minified by rolldown for a browser-like platform, then gzipped. The clients of OpenAI and Stripe stand beside as well-known references: their apps make one call of their own service.',
  async run({ progress }) {
    const rows = []
    for (const { name, code } of apps) {
      progress(name)
      rows.push({ client: name, ...sizesOf(await bundleApp(code)) })
      if (name !== OWN) continue
      for (const [part, leftOut] of Object.entries(PARTS)) {
        rows.push({
          client: `— without ${part}`,
          ...sizesOf(await bundleApp(code, leftOut)),
        })
      }
    }
    const own = rows.find(({ client }) => client === OWN)
    return {
      rows,
      bars: [
        bar('client, min+gzip kB', own?.['min+gzip kB'] ?? Number.NaN, { atMost: 6 }, NEXT_IDEA),
      ],
      notes: ['openapi-fetch is part of @wecom-meeting/client’s figure. 1 kB is 1000 bytes.'],
      chart: {
        axis: 'kB, minified and gzipped',
        rows: rows
          .filter(({ client }) => !client.startsWith('—'))
          .map((row) => ({ name: row.client, value: row['min+gzip kB'] })),
      },
    }
  },
}

function sizesOf(bundle: string) {
  return {
    'min kB': kilobytes(Buffer.byteLength(bundle)),
    'min+gzip kB': kilobytes(gzipSync(bundle, { level: 9 }).length),
  }
}

function kilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1))
}
