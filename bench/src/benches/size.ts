import { gzipSync } from 'node:zlib'
import { type Benchmark, bar } from '../Benchmark.ts'
import { apps } from '../clients/apps.ts'
import { bundleApp } from '../report/bundleApp.ts'

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
      const bundle = await bundleApp(code)
      rows.push({
        client: name,
        'min kB': kilobytes(Buffer.byteLength(bundle)),
        'min+gzip kB': kilobytes(gzipSync(bundle, { level: 9 }).length),
      })
    }
    const own = rows.find(({ client }) => client === '@wecom-meeting/client')
    return {
      rows,
      bars: [bar('client, min+gzip kB', own?.['min+gzip kB'] ?? Number.NaN, { atMost: 6 })],
      notes: ['openapi-fetch is part of @wecom-meeting/client’s figure. 1 kB is 1000 bytes.'],
      chart: {
        axis: 'kB, minified and gzipped',
        rows: rows.map((row) => ({ name: row.client, value: row['min+gzip kB'] })),
      },
    }
  },
}

function kilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1))
}
