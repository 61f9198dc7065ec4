import { gzipSync } from 'node:zlib'
import { type Benchmark, bar } from './Benchmark.ts'
import { bundleApp, generateHeyApiClient } from './bundle.ts'

const OWN = '@wecom-meeting/client'
const BASE_URL = 'https://qyapi.weixin.qq.com'
const PATH = '/cgi-bin/meeting/webinar/get'

/** Minified and gzipped size of an app that gets one webinar. */
export const size: Benchmark = {
  name: 'size',
  title: 'How large is an app that gets one webinar?',
  method:
    'The smallest app with each client, as its documents show it, bundled and minified by rolldown for a browser with all that it imports, then gzipped. 1 kB is 1000 bytes.',
  async run({ progress }) {
    const rows = []
    for (const [client, code] of Object.entries(await apps())) {
      progress(client)
      const bundle = await bundleApp(code)
      const gzipped = gzipSync(bundle, { level: 9 })
      rows.push({ client, 'min kB': kB(bundle.length), 'min+gzip kB': kB(gzipped.length) })
    }
    const own = rows.find(({ client }) => client === OWN)?.['min+gzip kB'] ?? Number.NaN
    return {
      rows,
      bars: [bar('client, min+gzip kB', own, '≤', 8.5)],
      notes: ['openapi-fetch is part of @wecom-meeting/client.'],
    }
  },
}

async function apps(): Promise<Record<string, string>> {
  const heyApi = await generateHeyApiClient()
  return {
    [OWN]: `import { createWeComClient } from '@wecom-meeting/client'
const wecom = createWeComClient({ corpId: 'ww', corpSecret: 's' })
console.log(await wecom.webinars.get({ meetingid: 'm' }))`,
    'openapi-fetch': `import createClient from 'openapi-fetch'
const client = createClient({ baseUrl: '${BASE_URL}' })
console.log(await client.POST('${PATH}', { params: { query: { access_token: 't' } }, body: { meetingid: 'm' } }))`,
    ky: `import ky from 'ky'
console.log(await ky.post('${BASE_URL}${PATH}', { json: { meetingid: 'm' } }).json())`,
    axios: `import axios from 'axios'
console.log(await axios.post('${BASE_URL}${PATH}', { meetingid: 'm' }))`,
    '@hey-api/openapi-ts': `import { getWebinar } from '${heyApi}/index.ts'
console.log(await getWebinar({ auth: 't', body: { meetingid: 'm' } }))`,
  }
}

function kB(bytes: number): number {
  return Number((bytes / 1000).toFixed(1))
}
