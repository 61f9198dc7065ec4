import http from 'node:http'
import { createWeComClient, type paths } from '@wecom-meeting/client'
import axios from 'axios'
import ky from 'ky'
import createClient from 'openapi-fetch'
import { bundleApp, generateHeyApiClient } from './bundle.ts'

const path = '/cgi-bin/meeting/webinar/get'
const body = { meetingid: 'MEETINGID' }

/** A way to get one webinar over and over. */
export interface Caller {
  name: string
  /** How it was set up, where a reader may wonder. */
  setUp: string
  /** Resolves to the webinar's title. */
  getTitle: () => Promise<string>
}

interface Webinar {
  title: string
}

/** Everybody who can get a webinar, with a token at hand, each set up as its own documents advise. */
export async function callers(baseUrl: string, accessToken: string): Promise<Caller[]> {
  const url = `${baseUrl}${path}?access_token=${accessToken}`
  const openApiFetch = createClient<paths>({ baseUrl })
  const kyInstance = ky.create({ searchParams: { access_token: accessToken } })
  const axiosInstance = axios.create({
    baseURL: baseUrl,
    params: { access_token: accessToken },
    httpAgent: new http.Agent({ keepAlive: true }),
  })
  const heyApi = await heyApiClient()
  const heyApiInstance = heyApi.createClient({ baseUrl, auth: accessToken })
  const wecom = createWeComClient({ baseUrl, accessToken })
  return [
    {
      name: 'plain fetch',
      setUp: 'one fetch, one response.json(), no check of anything',
      getTitle: async () => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return ((await response.json()) as Webinar).title
      },
    },
    {
      name: 'openapi-fetch',
      setUp: 'the token as a query parameter of each call',
      getTitle: async () => {
        const query = { access_token: accessToken } as never
        return ((await openApiFetch.POST(path, { params: { query }, body })).data as Webinar).title
      },
    },
    {
      name: 'ky',
      setUp: 'an instance with the token, its default retries and timeout',
      getTitle: async () =>
        (await kyInstance.post(`${baseUrl}${path}`, { json: body }).json<Webinar>()).title,
    },
    {
      name: 'axios',
      setUp: 'an instance with the token and a keep-alive agent',
      getTitle: async () => (await axiosInstance.post<Webinar>(path, body)).data.title,
    },
    {
      name: '@hey-api/openapi-ts',
      setUp: 'its fetch client with `auth`, generated with default plugins',
      getTitle: async () => (await heyApi.getWebinar({ client: heyApiInstance, body })).data.title,
    },
    {
      name: '@wecom-meeting/client',
      setUp: 'everything on: token, retries, errors, contradictions resolved',
      getTitle: async () => (await wecom.webinars.get(body)).title,
    },
  ]
}

interface HeyApiClient {
  createClient(config: { baseUrl: string; auth: string }): unknown
  getWebinar(options: { client: unknown; body: object }): Promise<{ data: Webinar }>
}

async function heyApiClient(): Promise<HeyApiClient> {
  const sdk = await generateHeyApiClient()
  const code = await bundleApp(`export { createClient } from '${sdk}/client/index.ts'
export { getWebinar } from '${sdk}/sdk.gen.ts'`)
  return await import(`data:text/javascript,${encodeURIComponent(code)}`)
}
